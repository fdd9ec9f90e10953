"""Data in the page: readable where small, packed where large, markup never."""

import base64
import json
import zlib
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from kg.export import payload as module
from kg.export.payload import Written, payload


@given(st.text(st.characters(codec="utf-8")))
def test_small_data_is_json_without_markup(text: str) -> None:
    kind, written = payload([text])
    assert kind == "application/json"
    assert json.loads(written) == [text]
    assert not set("<>&\u2028\u2029") & set(written)


@given(st.dictionaries(st.text(max_size=3), st.lists(st.integers() | st.text(max_size=3) | st.lists(st.none()))))
def test_batches_leave_no_trace(data: dict[str, object]) -> None:
    with patch.object(module, "_BATCH", 2):
        assert "".join(module._json(data)) == json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def test_what_is_written_already_stays_as_it_is() -> None:
    assert payload({"a": Written(["1", "[2]"]), "b": "[1]"})[1] == '{"a":[1,[2]],"b":"[1]"}'


def test_large_data_is_packed(monkeypatch) -> None:
    monkeypatch.setattr(module, "PLAIN", 20)
    kind, written = payload(["</script>" * 10])
    assert kind == "application/deflate"
    assert json.loads(zlib.decompress(base64.b64decode(written))) == ["</script>" * 10]
