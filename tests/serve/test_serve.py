"""The server as a process: it ends when told to, with all its workers, and says why it cannot start."""

import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest

from kg.errors import InputError
from kg.serve import Settings, serve
from tests.processes import alive, needs_proc, until
from tests.serve.client import SLOW, Server


def family(pid: int) -> list[int]:
    """The process and all below it."""
    below = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            below += family(int(status.parent.name))
    return [pid, *below]


def busy(server: Server) -> None:
    """Start a query that takes for ever."""
    thread = threading.Thread(target=_asked, args=(server,), daemon=True)
    thread.start()
    time.sleep(0.5)


def _asked(server: Server) -> None:
    with suppress(OSError):  # the server is ended, as it should be
        server.ask(f"sparql?query={quote(SLOW)}")


@needs_proc
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL], ids=lambda s: s.name)
def test_no_process_is_left_behind_even_in_the_middle_of_a_query(fresh: Server, how: signal.Signals) -> None:
    busy(fresh)
    processes = family(fresh.process.pid)
    assert len(processes) >= 3
    fresh.process.send_signal(how)
    fresh.process.wait(timeout=20)
    assert until(lambda: not any(map(alive, processes)))


def test_ctrl_c_is_no_error(fresh: Server) -> None:
    fresh.process.send_signal(signal.SIGINT)
    assert fresh.process.wait(timeout=20) == 0
    assert "Traceback" not in fresh.process.communicate()[1]


def test_it_listens_on_this_machine_alone(fresh: Server) -> None:
    assert fresh.url.startswith("http://127.0.0.1:")


def test_a_port_that_is_taken_is_an_error(served_folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = Settings(port=taken.getsockname()[1])
        with pytest.raises(InputError, match="choose another --host or --port"):
            serve([served_folder], settings, lambda *_: None)


def test_a_graph_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no graph"):
        serve([tmp_path], Settings(port=0), lambda *_: None)


def test_the_server_libraries_are_loaded_only_by_the_server() -> None:
    code = "import sys, kg.cli; print({'starlette', 'uvicorn', 'anyio'} & set(sys.modules))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "set()"
