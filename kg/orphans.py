"""None of kg's processes outlives the one that began it, if that is killed, too."""

import os
import threading
from multiprocessing import parent_process


def end_with_parent() -> None:
    """Let this process end as soon as its parent has; called once, by a process of `multiprocessing`."""
    threading.Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
