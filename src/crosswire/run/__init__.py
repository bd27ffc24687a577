"""Where the pipeline runs: here, in processes, into a store."""
