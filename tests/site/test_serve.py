"""The address the site is shown at: one that is taken, or none at all, is told before anything is built."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from placard.cli import commands
from placard.findings import UserMistake
from placard.site.build import serve_site


@pytest.fixture
def taken() -> Iterator[str]:
    with socket.socket() as somebody:
        somebody.bind(("127.0.0.1", 0))
        somebody.listen()
        yield f"127.0.0.1:{somebody.getsockname()[1]}"


def code(address: str) -> str:
    with pytest.raises(UserMistake) as mistake:
        serve_site(address)
    (finding,) = mistake.value.findings
    return finding.code


def test_a_port_in_use_is_told_with_another(taken: str) -> None:
    run = CliRunner().invoke(commands, ["serve", "--address", taken])
    assert run.exit_code == 1
    assert taken in run.output
    assert f"--address 127.0.0.1:{int(taken.rpartition(':')[2]) + 1}" in run.output


@pytest.mark.parametrize(
    "address",
    ["", "8000", "localhost", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:http", "a@127.0.0.1:8000/x",
     "127.0.0.1:0", "192.0.2.1:8000", "[::1:8000", "a..b:8000", f"{'a' * 70}:8000"],
)  # fmt: skip
def test_what_is_no_address_of_this_machine_is_told(address: str) -> None:
    assert code(address) == "site.serve_address"
