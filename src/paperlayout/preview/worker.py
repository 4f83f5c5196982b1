"""A worker process: reads orders on standard input, writes results on standard output, ends when either closes.

python -m paperlayout.preview.worker build|raster
"""

import gc
import itertools
import os
import pickle
import signal
import struct
import sys
import traceback
from collections.abc import Callable
from typing import Any, BinaryIO

from paperlayout.preview.protocol import BuildOrder, Crash, PdfOrder, RasterOrder

HEAD = struct.Struct(">I")
"""Before each pickle stands its length."""
COLLECT = 10
"""Orders between collections: one takes as long as a quarter of a build."""
Answer = Callable[[Any], Any]


def builds() -> Answer:
    """Answers build orders."""
    from paperlayout.preview.builder import Builder

    builder = Builder()

    def answer(order: BuildOrder | PdfOrder) -> Any:
        return builder.build(order.issue) if isinstance(order, BuildOrder) else builder.pdf()

    return answer


def rasters() -> Answer:
    """Answers raster orders."""
    from paperlayout.preview.raster import Rasteriser

    rasteriser = Rasteriser()

    def answer(order: RasterOrder) -> Any:
        return rasteriser.raster(order)

    return answer


ROLES = {"build": builds, "raster": rasters}


def serve(answer: Answer, orders: BinaryIO, results: BinaryIO) -> None:
    """One order after another until the server is gone. Rubbish is collected between orders, never while one is waited for."""
    for count in itertools.count(1):
        head = orders.read(HEAD.size)
        if len(head) < HEAD.size:
            return
        order = pickle.loads(orders.read(*HEAD.unpack(head)))
        data = pickle.dumps(_safely(answer, order), pickle.HIGHEST_PROTOCOL)
        results.write(HEAD.pack(len(data)))
        results.write(data)
        results.flush()
        if count % COLLECT == 0:
            gc.collect()


def _safely(answer: Answer, order: Any) -> Any:
    """The answer; a fault of ours as a report, so that the next order finds the worker still warm."""
    try:
        return answer(order)
    except Exception as fault:
        return Crash(type(fault).__name__, "".join(traceback.format_exception(fault)))


def main(role: str) -> None:
    """What prints goes to standard error: standard output belongs to the results."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C reaches the whole terminal; the server says when to end
    orders = os.fdopen(os.dup(0), "rb")
    results = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    gc.disable()
    answer = ROLES[role]()
    gc.collect()
    gc.freeze()  # the modules stay: no collection need look at them again
    serve(answer, orders, results)


if __name__ == "__main__":
    main(sys.argv[1])
