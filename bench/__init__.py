"""Every figure we claim: one module a task, each with `run(path, errors)`."""
