"""Runs exported programs in real NumPy and PyTorch, and tells what each of them printed.

Reads JSON from standard input, {"<name>": "<program>"}, and writes {"<name>": "<what it printed>"},
or "error: ..." for a program that fails. All run in one process, since importing PyTorch takes
longer than a hundred of these programs. test/trainer/programs.test.ts calls it where python3 is found.
"""

import contextlib
import io
import json
import sys
import traceback
import warnings


def run(program):
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            warnings.simplefilter("error")
            exec(compile(program, "program.py", "exec"), {"__name__": "__main__"})
        except Exception:
            return "error: " + traceback.format_exc()
    return printed.getvalue()


programs = json.load(sys.stdin)
with contextlib.suppress(ImportError):
    import torch

    torch.set_num_threads(1)
json.dump({name: run(program) for name, program in programs.items()}, sys.stdout)
