#!/usr/bin/env python3
"""Runs a command once and prints its CPU seconds and the peak of its memory.

    measured.py LABEL CPU_SECONDS MEGABYTES COMMAND...

CPU_SECONDS and MEGABYTES are what is asked of the command, printed beside what it took; `-` where
nothing is asked. Speed is told, never failed: machines are shared. A command that fails does fail.
Findings (exit 1) are no failure.
"""

import resource
import subprocess
import sys


def asked(limit: str, unit: str) -> str:
    return "" if limit == "-" else f" (asked {limit} {unit})"


def main() -> int:
    label, seconds, megabytes, *command = sys.argv[1:]
    status = subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode
    if status not in (0, 1):
        print(f"bench: {label}: exit {status} of {' '.join(command)}", file=sys.stderr)
        return 1
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"{label}: {used.ru_utime + used.ru_stime:.1f} CPU s{asked(seconds, 's')}, "
        f"peak {used.ru_maxrss // 1024} MB{asked(megabytes, 'MB')}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
