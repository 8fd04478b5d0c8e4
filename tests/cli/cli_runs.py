"""What the tests of the command line get to run commands with."""

import subprocess
from collections.abc import Callable

from click.testing import Result

Run = Callable[..., Result]
"""Runs a command in the test's own process: arguments, ``stdin`` in bytes, settings by name."""
Start = Callable[..., subprocess.Popen[bytes]]
"""Starts a process of the program: arguments, ``environment``; its output goes to process-N.log."""
