"""Who runs the place, and where it can be reached."""

from __future__ import annotations

from placard.model.facts import Facts, fact, internal
from placard.model.ignorance import Known, KnownOrNone, KnownSome
from placard.model.values import (
    Code,
    Colour,
    Country,
    Day,
    Email,
    Identifier,
    LanguageCode,
    Phone,
    Switch,
    Text,
    WebAddress,
    Whole,
)


class Registration(Facts):
    """An entry in a public register of businesses."""

    register_code: Known[Code] = fact(
        "Code of the register, such as companies_house", "identity", alias="register", vocabulary="registers"
    )
    number: KnownOrNone[Text] = fact("Number in that register")


class Address(Facts):
    """A postal address."""

    street: Known[Text] = fact("Street and number")
    postcode: Known[Text] = fact("Postcode")
    city: Known[Text] = fact("City")
    region: KnownOrNone[Text] = fact("Province or region, where an address needs it", default=None)
    country: Known[Country] = fact("Two capital letters, such as GB", "identity")


class PrivacyContact(Facts):
    """Whom guests ask about their data."""

    role: Known[Code] = fact("Role code, such as manager", vocabulary="roles")
    name: KnownOrNone[Text] = fact("Name, if a name is to be printed", default=None)
    email: KnownOrNone[Email] = fact("E-mail address read for questions about data")
    phone: KnownOrNone[Phone] = fact("Phone number answered for questions about data")


class DataProtectionOfficer(Facts):
    """The data protection officer, where one was appointed."""

    name: Known[Text] = fact("Name")
    email: KnownOrNone[Email] = fact("E-mail address")
    phone: KnownOrNone[Phone] = fact("Phone number")
    appointed_on: Known[Day] = internal("Day of the appointment", "evidence")
    authority_notified_on: Known[Day] = internal("Day the authority was told", "evidence")


class Representative(Facts):
    """A representative of a controller from outside the territory."""

    name: Known[Text] = fact("Name")
    address: Known[Address] = fact("Postal address")
    email: KnownOrNone[Email] = fact("E-mail address")


class JointController(Facts):
    """Another business that decides with the operator."""

    id: Identifier = fact("Short id", "identity", default=...)
    name: Known[Text] = fact("Name")
    arrangement: KnownSome[tuple[Code, ...]] = fact(
        "What the two have agreed, from the list of arrangements", vocabulary="arrangements"
    )
    contact: Known[Text] = fact("How guests reach the other: phone, e-mail or address")
    rooms: tuple[Identifier, ...] = fact(
        "Rooms whose camera pictures it is about; left out where it is about everything", default=()
    )


class RegulatorRegistration(Facts):
    """A registration or fee that a regulator asks for."""

    number: KnownOrNone[Text] = fact("Number, as the regulator gave it", "evidence")
    expires_on: Known[Day] = internal("Last day of the paid period", "evidence")
    exempt: Known[Text] = internal("Why no registration is needed, if so", "evidence")


class Operator(Facts):
    """The controller."""

    legal_name: Known[Text] = fact("Name of the business in law", default=...)
    legal_form: Known[Code] = fact(
        "Code of the legal form, such as company or sole_trader", vocabulary="legal_forms"
    )
    micro: Known[Switch] = fact("Whether the business is so small that a law calls it a micro-enterprise")
    registration: KnownOrNone[Registration] = fact("Entry in a register of businesses")
    address: Known[Address] = fact("Address of the business")
    phone: KnownOrNone[Phone] = fact("Phone number of the place")
    email: KnownOrNone[Email] = fact("E-mail address of the place")
    privacy_contact: Known[PrivacyContact] = fact("Whom guests ask about their data")
    data_protection_officer: KnownOrNone[DataProtectionOfficer] = fact("none, or the officer")
    representative: KnownOrNone[Representative] = fact("none, or the representative", default=None)
    joint_controllers: tuple[JointController, ...] = fact("Businesses that decide with this one", default=())
    regulator_registration: KnownOrNone[RegulatorRegistration] = fact(
        "Registration with the regulator", "evidence"
    )


class Web(Facts):
    """The published site."""

    address: Known[WebAddress] = fact("Web address of the privacy site, with https://", default=...)
    hosting: Known[Code] = fact("mainland or outside, where the law asks", vocabulary="hosting")
    icp_number: KnownOrNone[Text] = fact("ICP filing number, where the law asks")
    police_number: KnownOrNone[Text] = fact("Public security filing number, where the law asks")


class Brand(Facts):
    """The look of the business; never replaces a safety colour."""

    logo: KnownOrNone[Text] = fact(
        "Path to an SVG or PNG beside the venue file, such as brand/logo.svg", "decision", default=None
    )
    colour: KnownOrNone[Colour] = fact("One colour, such as #005387", "decision", default=None)


class ProtectionStandards(Facts):
    """Written standards for the protection of minors, where a law asks for them."""

    web: KnownOrNone[WebAddress] = fact("Where the full and the short version can be read online")
    rooms: Known[tuple[Identifier, ...]] = fact("Ids of the rooms where they hang")
    reviewed_on: Known[Day] = fact("Day they were last looked through in writing", "evidence")


class Guests(Facts):
    """Who may come."""

    minors: Known[Code] = fact("refused, guardian_only or accepted", "decision", vocabulary="minors")
    minimum_age: KnownOrNone[Whole] = fact("Youngest age let in, in years", "decision")
    activities_for_minors: Known[Switch] = fact("Whether classes or other activities are held for children")
    on_file: KnownOrNone[Whole] = internal(
        "How many people's data is held, where it runs into hundreds of thousands", "evidence", default=None
    )
    minors_reported_on: KnownOrNone[Day] = internal(
        "Day the yearly audit of minors' data was last reported, where the law asks", "evidence"
    )
    protection_standards: KnownOrNone[ProtectionStandards] = fact(
        "none, or where the standards for the protection of minors are"
    )


class StaffMember(Facts):
    """Somebody who is called in the handbook."""

    role: Code = internal("Role code", default=..., vocabulary="roles")
    name: Known[Text] = internal("Name")
    phone: Known[Phone] = internal("Phone number for staff")
    languages: tuple[LanguageCode, ...] = internal("Languages spoken", default=())


class Staff(Facts):
    """The people who work here."""

    count: Known[Whole] = internal("How many people work here")
    roles: Known[tuple[StaffMember, ...]] = internal("Who is called, by role")
    work_rules: KnownOrNone[Switch] = internal("Whether there are written work rules")
    union: Known[Switch] = internal("Whether a trade union is active here")
    watched: Known[tuple[Code, ...]] = internal(
        "none, or what else is watched of staff besides cameras", vocabulary="staff_watching"
    )
