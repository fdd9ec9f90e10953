"""Stamps: of bytes, and of nothing else."""

import hashlib

from kg.stamps import stamp


def test_a_stamp_is_of_the_bytes_of_a_file(tmp_path):
    for name in ("a", "b"):
        (tmp_path / name).write_bytes(b"\r\nword")
    assert stamp(tmp_path / "a") == stamp(str(tmp_path / "b")) == hashlib.sha256(b"\r\nword").hexdigest()
