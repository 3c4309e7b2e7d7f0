#!/usr/bin/env python3
"""Prints the CPU seconds that stages of a run took together, by its manifest.

    stages.py LABEL CPU_SECONDS MANIFEST STAGE...

CPU_SECONDS is what is asked of them, `-` where nothing is asked. Speed is told, never failed.
"""

import json
import sys


def main() -> int:
    label, seconds, manifest, *stages = sys.argv[1:]
    with open(manifest, encoding="utf-8") as file:
        timings = {it["stage"]: it["cpu"] for it in json.load(file)["timings_ms"]}
    missing = [stage for stage in stages if stage not in timings]
    if missing:
        print(f"bench: {label}: no stage {', '.join(missing)} in {manifest}", file=sys.stderr)
        return 1
    asked = "" if seconds == "-" else f" (asked {seconds} s)"
    print(f"{label}: {sum(timings[stage] for stage in stages) / 1000:.2f} CPU s{asked}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
