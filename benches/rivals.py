#!/usr/bin/env python3
"""How fast presscheck is beside other checkers of prose, on your own articles.

    benches/rivals.py FOLDER [--times N]

Runs every tool that is installed over all .txt and .md files of FOLDER, each in one process where the
tool can take many files and one a file where it cannot, takes the best of N runs (3), and prints
articles and megabytes a second, and the seconds of processor time, which other programs on the machine
hardly change. The tools look for different things: this compares time, not worth. textlint is run with
its rule write-good, which has to be installed beside it (textlint-rule-write-good).
"""

import argparse
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# What a command line takes at once on every system.
AT_ONCE = 200

# Name, program, arguments before the files, whether it takes many files.
TOOLS = [
    ("presscheck", "presscheck", ["check", "--format", "json"], True),
    ("vale", "vale", ["--no-exit", "--output=JSON"], True),
    ("harper", "harper-cli", ["lint"], False),
    ("textlint", "textlint", ["--format", "json", "--rule", "write-good"], True),
    ("alex", "alex", ["--quiet"], True),
    ("write-good", "write-good", [], True),
    ("proselint", "proselint", ["check"], True),
    ("codespell", "codespell", [], True),
    ("languagetool", "languagetool", ["-l", "en-GB", "--json"], False),
]


def program(name):
    """The program of a tool; presscheck's own build comes first."""
    built = ROOT / "target" / "release" / name
    return str(built) if built.is_file() else shutil.which(name)


def run(command, files, many):
    """Seconds for all files, by the clock and of processors; exit codes are not looked at, since findings make them."""
    start, before = time.perf_counter(), processor_time()
    step = AT_ONCE if many else 1
    for at in range(0, len(files), step):
        subprocess.run(
            [*command, *files[at : at + step]],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    return time.perf_counter() - start, processor_time() - before


def processor_time():
    """Seconds that processors spent on programs run from here and finished."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--times", type=int, default=3, help="runs of each tool, of which the best counts")
    arguments = parser.parse_args()
    files = sorted(str(p) for p in arguments.folder.rglob("*") if p.suffix in (".txt", ".md") and p.is_file())
    size = sum(Path(f).stat().st_size for f in files)
    if not files:
        sys.exit(f"{arguments.folder} holds no .txt or .md file")
    print(f"{len(files)} articles, {size / 1e6:.2f} MB, best of {arguments.times}")
    own = None
    for name, binary, before, many in TOOLS:
        path = program(binary)
        if path is None:
            print(f"{name:<13} not installed")
            continue
        runs = [run([path, *before], files, many) for _ in range(max(1, arguments.times))]
        best, used = min(clock for clock, _ in runs), min(used for _, used in runs)
        own = used if name == "presscheck" else own
        ratio = f"{used / own:8.1f} × presscheck's" if own and name != "presscheck" else ""
        each = "" if many else "  (one process a file)"
        rate = f"{len(files) / best:10.1f} articles/s {size / best / 1e6:8.2f} MB/s"
        print(f"{name:<13}{rate} {used:8.2f} s of processors {ratio}{each}")


if __name__ == "__main__":
    main()
