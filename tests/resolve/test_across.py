import pytest

from backchannel.domain.codec import actor_id
from backchannel.domain.kept import CaseActor
from backchannel.resolve.across import FEATURES, find_candidates


def actor(name: str, side: str, *offices: str) -> CaseActor:
    held = dict.fromkeys(offices)
    return CaseActor(actor_id(name, side), name, side, 1, offices=held)


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        (("Ali Larijani", "IRN"), ("Ali Larijani", "unknown"), "one name"),
        (("Amirabdollahian", "IRN"), ("Hossein Amirabdollahian", "IRN"), "last words"),
        (("Amirabdollahian", "IRN"), ("Amir Abdollahian", "IRN"), "blanks and hyphens"),
        (
            ("Hossein Amirabdolahian", "IRN"),
            ("Hossein Amirabdollahian", "IRN"),
            "alike",
        ),
        (("Hizbollah", "LBN"), ("Hezbollah", "Hezbollah"), "sound alike"),
        (("Volodymyr Zelenskyy", "UKR"), ("Zelensky", "UKR"), "sound alike"),
        (("Sergey Lavrov", "RUS"), ("Sergei Lavroff", "RUS"), "sound alike"),
        (("H. Amirabdollahian", "IRN"), ("Hossein Amirabdollahian", "IRN"), "letters"),
    ],
)
def test_who_may_be_one_is_named_with_a_reason(
    left: tuple[str, str], right: tuple[str, str], reason: str
) -> None:
    [pair] = find_candidates([actor(*left), actor(*right)])
    assert reason in "; ".join(pair.reasons)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (("Iran", "IRN"), ("Ministry of Defence of Iran", "IRN")),
        (("officials", "IRN"), ("officials", "USA")),
        (("Sergei Lavrov", "RUS"), ("Sergei Shoigu", "RUS")),
        (("Kim Jong-un", "PRK"), ("Kim Yo-jong", "PRK")),
        (("Ministry of Trade of Chile", "CHL"), ("Military council of Chile", "CHL")),
    ],
)
def test_who_is_not_one_is_not_named(
    left: tuple[str, str], right: tuple[str, str]
) -> None:
    assert find_candidates([actor(*left), actor(*right)]) == ()


def test_an_office_in_common_makes_it_likelier() -> None:
    offices = ("foreign minister",)
    plain = [actor("Lavrov", "RUS"), actor("Sergei Lavrov", "RUS")]
    held = [actor("Lavrov", "RUS", *offices), actor("Sergei Lavrov", "RUS", *offices)]
    assert find_candidates(held)[0].score > find_candidates(plain)[0].score


def test_every_feature_says_its_reason() -> None:
    assert all(len(feature.reason) > 10 for feature in FEATURES)
