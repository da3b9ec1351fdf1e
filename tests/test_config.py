from __future__ import annotations

import pytest

from detente import config
from detente.errors import InputError


@pytest.fixture(autouse=True)
def elsewhere(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_defaults_hold_where_nothing_is_set():
    settings = config.load(environment={})
    assert settings == config.Settings()
    assert settings.languages == ("en",)


def test_each_source_wins_over_the_one_before(tmp_path):
    (tmp_path / "detente.toml").write_text("max_seconds = 5\nmin_words = 7\nmax_text = 99\n")
    environment = {"DETENTE_MIN_WORDS": "8", "DETENTE_MAX_TEXT": "100", "DETENTE_LEDGER": "not ours"}
    settings = config.load(environment=environment, max_text=101, max_bytes=None)
    assert (settings.max_seconds, settings.min_words, settings.max_text) == (5, 8, 101)
    assert settings.max_bytes == config.Settings().max_bytes


def test_lists_come_from_toml_and_from_commas(tmp_path):
    (tmp_path / "other.toml").write_text('languages = ["en", "fr"]\n')
    assert config.load("other.toml", environment={}).languages == ("en", "fr")
    assert config.load(environment={"DETENTE_LANGUAGES": "en, de"}).languages == ("en", "de")


def test_an_unknown_key_is_named_with_its_file_and_its_neighbour(tmp_path):
    (tmp_path / "detente.toml").write_text("max_secconds = 5\n")
    with pytest.raises(InputError, match=r"detente\.toml: 'max_secconds' is not a setting; did you mean max_seconds\?"):
        config.load(environment={})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("max_seconds = 'soon'\n", "max_seconds = 'soon'"),
        ("min_words = 0\n", "min_words = 0"),
        ("min_words =\n", "is not TOML"),
    ],
)
def test_bad_values_name_the_file(tmp_path, text, words):
    (tmp_path / "detente.toml").write_text(text)
    with pytest.raises(InputError, match=words) as caught:
        config.load(environment={})
    assert "detente.toml" in str(caught.value)


def test_bad_environment_and_keyword_are_named():
    with pytest.raises(InputError, match="DETENTE_MAX_BYTES"):
        config.load(environment={"DETENTE_MAX_BYTES": "many"})
    with pytest.raises(InputError, match="did you mean max_text"):
        config.load(environment={}, max_txt=3)
    with pytest.raises(InputError, match="max_text"):
        config.load(environment={}, max_text=-3)


def test_a_named_file_must_exist():
    with pytest.raises(InputError, match=r"gone\.toml"):
        config.load("gone.toml", environment={})


def test_settings_cannot_be_changed():
    with pytest.raises(ValueError, match="frozen"):
        config.Settings().max_bytes = 1  # type: ignore[misc]
