"""What kinds of document were checked, and what told so."""

from collections import Counter
from collections.abc import Iterator

from gaojian.diagnostic import Outcome, Recognition, Text
from gaojian.profiles import named
from gaojian.report.screen import visible

# Of so few documents each is told with its evidence.
_FEW = 5


def kinds(outcome: Outcome, language: str) -> Iterator[str]:
    """Yield how many documents were read as which kind, and for a few documents what told so, after an empty line."""
    if not outcome.recognised:
        return
    yield "\n"
    if len(outcome.recognised) <= _FEW:
        for path, recognition in sorted(outcome.recognised.items()):
            separator = "：" if language == "zh" else ": "
            yield f"{visible(path)}{separator}{visible(evidence(recognition).in_language(language))}\n"
        return
    counts = Counter(recognition.profiles for recognition in outcome.recognised.values())
    listed = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    zh = "，".join(f"{_together(profiles).zh} {count} 份" for profiles, count in listed)
    en = "; ".join(f"{_together(profiles).en} {count}" for profiles, count in listed)
    yield (
        Text(f"体裁：{zh}。逐份理由见 --explain-files", f"profiles: {en}; --explain-files tells why").in_language(
            language
        )
        + "\n"
    )


def _together(profiles: tuple[str, ...]) -> Text:
    """Return the genre with the other profiles behind it in brackets: 法规（台湾习惯）."""
    genre, others = named(profiles[:1]), named(profiles[1:])
    return Text(f"{genre.zh}（{others.zh}）", f"{genre.en} ({others.en})") if others.zh else genre


def evidence(recognition: Recognition) -> Text:
    """Return the profiles of one document with the evidence for each."""
    told = [
        (named([profile]), reason) for profile, reason in zip(recognition.profiles, recognition.reasons, strict=False)
    ]
    return Text(
        "体裁 " + "；".join(f"{name.zh}（{reason.zh}）" for name, reason in told),
        "profile " + "; ".join(f"{name.en} ({reason.en})" for name, reason in told),
    )
