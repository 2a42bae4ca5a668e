"""What is done with people's data: activities, partners, photos, requests, complaints."""

from __future__ import annotations

from placard.model.facts import Facts, fact, internal
from placard.model.ignorance import Known, KnownOrNone, KnownSome
from placard.model.values import (
    Code,
    Country,
    Day,
    Identifier,
    Length,
    Phone,
    Switch,
    Text,
    WebAddress,
    Words,
)


class Activity(Facts):
    """One thing done with people's data; parts left out come from content/activities.yml."""

    code: Code = fact("Code from content/activities.yml", "identity", default=..., vocabulary="activities")
    purposes: KnownSome[tuple[Code, ...]] = fact("What the data is for", vocabulary="purposes")
    categories: KnownSome[tuple[Code, ...]] = fact("Kinds of data", vocabulary="categories")
    basis: Known[Code] = fact("Legal basis, from the law's own list", "decision", vocabulary="bases")
    interest: KnownOrNone[Code] = fact(
        "The interest named, where the basis is an interest", vocabulary="interests"
    )
    special_ground: KnownOrNone[Code] = fact(
        "Ground for sensitive data, where there is any", vocabulary="special_grounds"
    )
    manner: KnownSome[tuple[Code, ...]] = fact("What is done with the data", vocabulary="manners")
    source: Known[Code] = fact("guest, booking_platform, guardian or gift_giver", vocabulary="sources")
    recipients: Known[tuple[Code, ...]] = fact("Kinds of recipients", vocabulary="recipients")
    necessity: KnownOrNone[Code] = fact("Why sensitive data is needed", vocabulary="necessities")
    impact: Known[tuple[Code, ...]] = fact(
        "What sensitive data may mean for the person", vocabulary="impacts"
    )
    automated_decisions: Known[Switch] = fact("Whether a machine decides about people")
    machine_rule: Words | None = fact(
        "By what rule a machine decides and what follows, where one does; in every language of guests",
        default=None,
    )
    provision: Known[Code] = fact("required_by_law, needed_for_contract or voluntary", vocabulary="provision")
    retention: KnownOrNone[Length] = fact("How long the data is kept", "decision")
    kept_until: Code | None = fact(
        "What ends the keeping, where retention is none", "decision", default=None, vocabulary="keep_ends"
    )


class Partner(Facts):
    """Somebody outside who receives data."""

    id: Identifier = internal("Short id", "identity", default=...)
    name: Known[Text] = fact("Name")
    service: Known[Code] = fact("Code of the service", vocabulary="services")
    role: Known[Code] = fact("processor, controller or joint", vocabulary="partner_roles")
    country: Known[Country] = fact("Two capital letters")
    transfer: KnownOrNone[Code] = fact(
        "Safeguard for a transfer abroad, where one is needed", vocabulary="transfers"
    )
    contract_on: KnownOrNone[Day] = internal("Day of the contract", "evidence")
    last_audit_on: KnownOrNone[Day] = internal("Day of the last audit", "evidence")
    contact: KnownOrNone[Text] = fact("How guests reach the partner: phone, e-mail or address")
    purposes: KnownSome[tuple[Code, ...]] = fact("What the partner uses the data for", vocabulary="purposes")
    manner: KnownSome[tuple[Code, ...]] = fact("What the partner does with the data", vocabulary="manners")
    categories: KnownSome[tuple[Code, ...]] = fact(
        "Kinds of data the partner receives", vocabulary="categories"
    )


class Health(Facts):
    """What a treatment card asks about health."""

    items: Known[tuple[Code, ...]] = fact("What must be asked", vocabulary="health_items")
    optional_items: Known[tuple[Code, ...]] = fact("What may be left open", vocabulary="health_items")
    patch_test_wait: KnownOrNone[Length] = fact("none, or how long before a treatment the skin is tested")


class Photos(Facts):
    """Pictures taken of guests."""

    kinds: Known[tuple[Code, ...]] = fact("Kinds of pictures", vocabulary="photo_kinds")
    published: Known[Code] = fact("never, with_release or always_asked", vocabulary="publication")
    channels: Known[tuple[Code, ...]] = fact("Where pictures are published", vocabulary="photo_channels")
    gallery_expiry: KnownOrNone[Length] = fact("How long an online gallery stays open", "decision")
    unselected: KnownOrNone[Length] = fact("How long pictures nobody chose are kept", "decision")
    withdrawal: Known[Length] = fact("How soon a picture comes down after a withdrawal", "decision")
    stored_in: KnownSome[tuple[Code, ...]] = fact("Where pictures are stored", vocabulary="storage")
    encrypted: Known[Switch] = fact("Whether that storage is encrypted", "evidence")
    machine_made: Known[tuple[Code, ...]] = fact(
        "none, or what artificial intelligence makes or replaces in pictures that are shown",
        vocabulary="machine_made",
    )


class Marketing(Facts):
    """News and offers that are sent to people."""

    channels: Known[tuple[Code, ...]] = fact("How they are sent", vocabulary="marketing_channels")
    opt_out: Known[tuple[Code, ...]] = fact("How one stops them", vocabulary="opt_outs")


class Online(Facts):
    """What can be booked and bought on the web; addresses are those of the place's own pages."""

    bookings: Known[Switch] = fact("Whether a visit can be booked online")
    sold: Known[tuple[Code, ...]] = fact("none, or what can be bought online", vocabulary="sold_online")
    terms: KnownOrNone[WebAddress] = fact("none, or where the terms can be read")
    withdrawal: KnownOrNone[WebAddress] = fact("none, or where a buyer can withdraw from a purchase")
    accessibility: KnownOrNone[WebAddress] = fact(
        "none, or where it says how accessible booking and premises are"
    )


class Phones(Facts):
    """The house rule for guests' phones, per privacy class of a room."""

    undress: Known[Code] = fact("banned, stowed or allowed", "decision", vocabulary="phone_rules")
    treatment: Known[Code] = fact("banned, stowed or allowed", "decision", vocabulary="phone_rules")
    rest: Known[Code] = fact("banned, stowed or allowed", "decision", vocabulary="phone_rules")
    ordinary: Known[Code] = fact("banned, stowed or allowed", "decision", vocabulary="phone_rules")


class Requests(Facts):
    """How guests use their rights."""

    channels: Known[tuple[Code, ...]] = fact("email, desk, post, phone, form", vocabulary="channels")
    reply: Known[Length] = fact("Longest time until the answer", "decision")
    identity_check: KnownSome[tuple[Code, ...]] = fact(
        "How identity is checked, only where there is doubt", "decision", vocabulary="identity_checks"
    )


class Change(Facts):
    """Something done differently since guests said so; tells of the change, never of a guest."""

    made_on: Known[Day] = fact("Day from which it was so", "evidence")
    what: Known[Words] = fact(
        "What is different now, one sentence in every language of guests, nobody named", "evidence"
    )


class Prices(Facts):
    """Where prices can be read and how extras are agreed; amounts stand on the price list, never here."""

    shown: KnownSome[tuple[Code, ...]] = fact(
        "Where prices can be read before booking", vocabulary="price_places"
    )
    extras: Known[tuple[Code, ...]] = fact("none, or what costs extra", vocabulary="price_extras")
    extras_agreed: Known[Code] = fact(
        "in_writing or spoken: how an extra is agreed before it is charged",
        "decision",
        vocabulary="agreements",
    )


class Outcome(Facts):
    """What is offered where a complaint about one thing turns out to be right."""

    about: Code = fact("What the complaint is about", "identity", default=..., vocabulary="complaint_causes")
    offered: KnownSome[tuple[Code, ...]] = fact(
        "What is offered then, each also among complaints.remedies", "decision", vocabulary="remedies"
    )


class Complaints(Facts):
    """The venue's own promise about complaints, and what came of them."""

    channels: Known[tuple[Code, ...]] = fact("desk, phone, email, post, form", vocabulary="channels")
    first_contact: Known[Length] = fact("Until somebody gets in touch", "decision")
    written_answer: Known[Length] = fact("Until the written answer", "decision")
    owner_role: Known[Code] = fact("Role that owns complaints", "decision", vocabulary="roles")
    remedies: KnownSome[tuple[Code, ...]] = fact("What can be offered", "decision", vocabulary="remedies")
    changes: Known[tuple[Change, ...]] = fact(
        "none, or what was changed after complaints and opinions", "evidence", default=()
    )
    outcomes: tuple[Outcome, ...] = fact(
        "What is offered for which complaint, where that is promised", "decision", default=()
    )


class Incidents(Facts):
    """Who leads when something has gone wrong; never shown to guests."""

    lead_role: Known[Code] = internal("Role that leads", vocabulary="roles")
    phone: Known[Phone] = internal("Number staff call")
    out_of_hours: KnownOrNone[Phone] = internal("Number outside opening hours")


class Security(Facts):
    """Measures somebody typed; nothing else is ever claimed."""

    measures: Known[tuple[Code, ...]] = fact("Codes of measures in place", "evidence", vocabulary="measures")


class Training(Facts):
    """Training of staff."""

    interval: Known[Length] = internal("How often", "decision")
    last_on: Known[Day] = internal("Day of the last training", "evidence")
    trainer_role: Known[Code] = internal("Role that trains", "decision", vocabulary="roles")
    confidentiality_signed: Known[Switch] = internal("Whether all have signed", "evidence")
