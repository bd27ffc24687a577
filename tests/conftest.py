"""What all tests share: how hard Hypothesis tries."""

import os

from hypothesis import HealthCheck, settings

# Parsing takes milliseconds, more than Hypothesis expects of an example; a deadline would only measure the machine.
QUIET = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("local", max_examples=40, **QUIET)
settings.register_profile("ci", max_examples=40, derandomize=True, **QUIET)
settings.load_profile("ci" if os.environ.get("CI") else "local")
