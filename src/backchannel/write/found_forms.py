"""What is found across documents as values of JSON, for lists and exports.

Records and the documents they quote in, plain values out: each passage with its place
and its words. One way: what a case keeps has its forms in `backchannel.domain`. A
`KeyError` says that a document or signal was not given.
"""

from collections.abc import Iterable, Mapping

from backchannel.domain.action_forms import action_form
from backchannel.domain.actions import Action
from backchannel.domain.claim_forms import (
    claim_form,
    count_form,
    days_form,
    teller_form,
)
from backchannel.domain.claims import Claim, ClaimGroup, ClaimVerdict
from backchannel.domain.escalation import Tally
from backchannel.domain.evidence import Evidence
from backchannel.domain.exchanges import (
    Account,
    Compared,
    Exchange,
    Grounds,
    Link,
    Share,
    Verdict,
)
from backchannel.domain.forecast_forms import forecast_form
from backchannel.domain.forecasts import Judged
from backchannel.domain.forms import (
    Json,
    appearance_form,
    day_form,
    party_form,
    source_form,
    span_form,
    time_form,
)
from backchannel.domain.kept import Entry
from backchannel.domain.redlines import RedLine
from backchannel.domain.signals import Party, Time
from backchannel.domain.text import Document, Span
from backchannel.domain.timeline import Moment
from backchannel.write.found_exchanges import ROLES, Beside, sum_up
from backchannel.write.records import entry_form

Documents = Mapping[str, Document]
Entries = Mapping[str, Entry]
_ALONE = Beside()


def exchange_form(
    exchange: Exchange, entries: Entries, beside: Beside = _ALONE
) -> dict[str, Json]:
    """Return an exchange: in short, then each account with its signals in full.

    Raises:
        ValueError: none of its signals is among `entries`.
    """
    short = sum_up(exchange, entries)
    named = {
        role: [
            {"actor": party.actor, "side": party.side}
            for party in getattr(short.signal, role)
        ]
        for role in ROLES
    }
    return {
        "id": exchange.id,
        "kind": exchange.kind,
        "act": short.signal.act,
        "statuses": list(short.statuses),
        **named,
        "days": days_form(short.days),
        "by_document": short.by_document,
        "best": short.best.signal.id,
        "quote": short.best.quote,
        "documents": short.documents,
        "outlets": list(short.outlets),
        "accounts": [_account_form(one, entries) for one in exchange.accounts],
        "dispute": beside.dispute,
        "links": [link_form(link) for link in beside.links],
        "because": [_grounds_form(one) for one in exchange.because],
    }


def _account_form(account: Account, entries: Entries) -> dict[str, Json]:
    return {
        "document": account.document,
        "outlets": list(account.outlets),
        "copies": list(account.copies),
        "copied": list(account.copied),
        "signals": [
            _signal_form(entries[id]) for id in account.signals if id in entries
        ],
    }


def _signal_form(entry: Entry) -> dict[str, Json]:
    passages = [
        {"field": field, **_passage(entry.document, span)}
        for field, span in entry.signal.passages()
    ]
    return entry_form(entry) | {"passages": passages}


def _grounds_form(grounds: Grounds) -> dict[str, Json]:
    return {
        "left": grounds.left,
        "right": grounds.right,
        "chance": grounds.chance,
        "settled": grounds.settled,
        "shares": [_share_form(share) for share in grounds.shares],
        "words": str(grounds),
    }


def _share_form(share: Share) -> dict[str, Json]:
    return {"feature": share.feature, "words": share.words, "points": share.points}


def verdict_form(verdict: Verdict, entries: Entries) -> dict[str, Json]:
    """Return what comparing two signals found, field by field, with both quotes."""
    left, right = entries[verdict.left], entries[verdict.right]
    return {
        "id": verdict.id,
        "finding": verdict.finding,
        "chance": verdict.chance,
        "left": _end_form(left),
        "right": _end_form(right),
        "fields": [_compared_form(one, left, right) for one in verdict.fields],
        "shares": [_share_form(share) for share in verdict.shares],
    }


def _end_form(entry: Entry) -> dict[str, Json]:
    signal, document = entry.signal, entry.document
    return {
        "signal": signal.id,
        "act": signal.act,
        "status": signal.status,
        **_place(document),
        "sentence": _passage(document, signal.sentence),
        "trigger": _passage(document, signal.trigger),
        "attribution": [
            source_form(one) | {"quote": document.quote(one.span)}
            for one in signal.attribution
        ],
    }


def _compared_form(compared: Compared, left: Entry, right: Entry) -> dict[str, Json]:
    return {
        "field": compared.field,
        "finding": compared.finding,
        "reason": compared.reason,
        "left": _passages(left.document, compared.left),
        "right": _passages(right.document, compared.right),
    }


def link_form(link: Link) -> dict[str, Json]:
    """Return how one exchange hangs together with another, by their ids."""
    return {
        "id": link.id,
        "source": link.source,
        "relation": link.relation,
        "target": link.target,
        "reason": link.reason,
    }


def claim_group_form(group: ClaimGroup, documents: Documents) -> dict[str, Json]:
    """Return claims about one matter, and what comparing each two of them found."""
    home = {claim.id: documents[claim.document] for claim in group.claims}
    return {
        "id": group.id,
        "finding": group.finding,
        "claims": [quoted_claim_form(claim, home[claim.id]) for claim in group.claims],
        "verdicts": [_claim_verdict_form(one, home) for one in group.verdicts],
    }


def quoted_claim_form(claim: Claim, document: Document) -> dict[str, Json]:
    """Return a claim with its document and the words of each passage."""
    quote = document.quote
    return {
        **claim_form(claim),
        **_place(document),
        "quote": quote(claim.span),
        "sentence": _passage(document, claim.sentence),
        "sources": [
            teller_form(one) | {"quote": quote(one.span)} for one in claim.sources
        ],
        "by": _maybe(document, claim.by),
        "counts": [
            count_form(one) | {"quote": quote(one.span)} for one in claim.counts
        ],
        "context": _maybe(document, claim.context),
        "named": _parties(document, claim.named),
    }


def _claim_verdict_form(
    verdict: ClaimVerdict, home: Mapping[str, Document]
) -> dict[str, Json]:
    return {
        "id": verdict.id,
        "left": verdict.left,
        "right": verdict.right,
        "finding": verdict.finding,
        "reasons": list(verdict.reasons),
        "left_words": _passage(home[verdict.left], verdict.left_words),
        "right_words": _passage(home[verdict.right], verdict.right_words),
    }


def red_line_form(line: RedLine, documents: Documents) -> dict[str, Json]:
    """Return a red line and each change of its state with the report that shows it."""
    document = documents[line.document]
    return {
        "id": line.id,
        **_place(document),
        "signal": line.signal,
        "state": line.state,
        "drawn_by": _parties(document, line.drawn_by),
        "against": _parties(document, line.against),
        "condition": _passage(document, line.condition),
        "consequence": _maybe(document, line.consequence),
        "deadline": _time(document, line.deadline),
        "why": list(line.why),
        "changes": [
            {
                "state": change.state,
                "evidence": evidence_form(change.evidence, documents),
            }
            for change in line.changes
        ],
    }


def judged_form(judged: Judged, documents: Documents) -> dict[str, Json]:
    """Return a forecast, and what came of it with the report that shows it."""
    forecast = judged.forecast
    document = documents[forecast.document]
    evidence = judged.evidence
    return {
        **forecast_form(forecast),
        **_place(document),
        "quote": document.quote(forecast.span),
        "sentence": _passage(document, forecast.sentence),
        "by": _maybe(document, forecast.by),
        "window": _time(document, forecast.window),
        "hedges": _passages(document, forecast.hedges),
        "outcome": judged.outcome,
        "evidence": evidence_form(evidence, documents) if evidence else None,
    }


def quoted_action_form(action: Action, documents: Documents) -> dict[str, Json]:
    """Return an action with its document and the words of each passage."""
    document = documents[action.document]
    return {
        **action_form(action),
        **_place(document),
        "quote": document.quote(action.span),
        "sentence": _passage(document, action.sentence),
        "actor": _parties(document, action.actor),
        "target": _parties(document, action.target),
        "place": _maybe(document, action.place),
        "time": _time(document, action.time),
        "attribution": [
            source_form(one) | {"quote": document.quote(one.span)}
            for one in action.attribution
        ],
    }


def tally_form(tally: Tally) -> dict[str, Json]:
    """Return what was counted between two sides on one day."""
    return {
        "day": day_form(tally.day),
        "sides": list(tally.sides),
        "score": tally.score,
        "mean": tally.mean,
        "reports": tally.reports,
        "documents": tally.documents,
        "by_document": tally.by_document,
        "uncertain": tally.uncertain,
        "signals": list(tally.signals),
        "actions": list(tally.actions),
    }


def moment_form(moment: Moment, documents: Documents) -> dict[str, Json]:
    """Return one moment of a timeline."""
    return {
        "id": moment.id,
        "sort": moment.sort,
        "what": moment.what,
        "status": moment.status,
        "days": days_form(moment.days),
        "by_document": moment.by_document,
        "actors": list(moment.actors),
        "sides": list(moment.sides),
        "quote": moment.quote,
        **_place(documents[moment.document]),
    }


def evidence_form(evidence: Evidence, documents: Documents) -> dict[str, Json]:
    """Return the words that show something, where they stand and why they count."""
    document = documents[evidence.document]
    return {
        **_place(document),
        "day": day_form(evidence.day),
        **_passage(document, evidence.span),
        "why": list(evidence.why),
    }


def _place(document: Document) -> dict[str, Json]:
    shown = appearance_form(document.appearance)
    names = ("title", "outlet", "published", "url")
    return {"document": document.id, **{name: shown[name] for name in names}}


def _passage(document: Document, span: Span) -> dict[str, Json]:
    return {"span": span_form(span), "quote": document.quote(span)}


def _maybe(document: Document, span: Span | None) -> dict[str, Json] | None:
    return _passage(document, span) if span else None


def _passages(document: Document, spans: Iterable[Span]) -> list[dict[str, Json]]:
    return [_passage(document, span) for span in spans]


def _parties(document: Document, parties: Iterable[Party]) -> list[dict[str, Json]]:
    return [
        party_form(party) | {"quote": document.quote(party.span)} for party in parties
    ]


def _time(document: Document, time: Time | None) -> dict[str, Json] | None:
    form = time_form(time)
    if time is None or form is None:
        return None
    return form | {"quote": document.quote(time.span)}
