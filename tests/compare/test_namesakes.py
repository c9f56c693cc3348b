from backchannel.compare.namesakes import find_roots


def test_a_state_and_its_adjective_begin_alike() -> None:
    assert find_roots("the Kenyan envoy") == find_roots("Kenya")


def test_offices_are_no_names() -> None:
    assert find_roots("the Foreign Ministry and the President") == frozenset()


def test_words_without_a_capital_are_no_names() -> None:
    assert find_roots("the envoys of two neighbours") == frozenset()
