"""Facts that follow from the typed ones. Rules and words use them; none can be typed, none defined in a pack.

Three ideas the others rest on, in the words of our own model:

- A *filmed area* is a set of rooms a camera that is no dummy sees, joined by doors. Two filmed rooms with a
  door between them are one area; one camera that sees two rooms without a door between them makes two.
- A *way in* is a door into an area from a room one can reach from outside without crossing that area. The
  notice hangs on its outer side, so that whoever comes can read it and turn round (EDPB Guidelines 3/2019,
  section 7.1.1). Who shares a room with the venue has a way in of their own. No door known: no way in is
  counted, and the doors are asked for.
- Behind a *door that stands open* a camera may see the next room. That is a warning of ours where the next
  room lies under the floor, never the floor itself.

What rules may name, by what they look at; `name`: meaning. Source.

venue:
  `camera_count`: cameras that are no dummies. `cameras[].kind`
  `floor_rooms`: rooms no camera may see. `content/rooms.yml`, `floor_kinds` of the packs
  `first_language`: the language signs lead with. `languages`
  `operator.areas`: provinces and cities with rules of their own. `areas` of the packs, `operator.address`
  `uses`: codes of what is done with data. `activities[].code`
  `bare_doors`: ways in whose notice the owner leaves off. `signs[].skip`
  `operator.contact_ways`: how the operator can be reached. Phones and e-mails of `operator`
  `operator.abroad`: the operator sits outside the law's territory. `territory` of the packs (GDPR art. 27)
  `operator.regulator_registration.overdue_days`: days since the paid period ended. `expires_on`
  `operator.data_protection_officer.told_after_days`: days until the authority heard. Its own dates
  `complaints.outcomes_beyond`: remedies for one complaint that are not the place's. `outcomes`, `remedies`
  `authority_known`: its law names a supervisory authority. `authorities` of the packs
  `partner_services`: what partners do for the place. `partners[].service`
  `guests.protection_standards.review_age_days`: days since the standards were last looked at. Its own dates
  `guests.minors_report_overdue_days`: days since a report was due. `minors_reported_on` (CAC 2025-12-29)
  `surveillance.review_age_days`: days since the need for cameras was on record. `reviewed_on`, else the start
  `surveillance.review_overdue_days`: days since it was due again. `reviewed_on` and a year, our measure
  `surveillance.staff_notice_days`: days staff were told ahead. Its own dates (Kodeks pracy art. 22(2))
  `surveillance.signs_ahead_days`: days signs hung ahead. Its own dates (Kodeks pracy art. 22(2))
  `sweeps.overdue_days`: days a search for hidden devices is late. `sweeps`
  `training.overdue_days`: days training is late. `training`
  `reviewed.overdue_days`: days the text should have been read again. `reviewed.until`
  `machine_decides`: a machine alone decides about people. `activities[].automated_decisions` (GDPR art. 22)
  `rights`: rights some use here, or a camera, gives. `rights` of the packs (GDPR 15-21, PIPL 44-50)
rooms:
  `privacy`: privacy class. `content/rooms.yml`
  `floor`: no camera may see it. `content/rooms.yml`, `floor_kinds` of the packs
  `filmed`: a camera that is no dummy sees it. `cameras[].sees`
  `doors_known`: a door of it was named from either side. `rooms[].doors_to`
  `beside_kinds`: kinds of the rooms it has doors to. `rooms[].doors_to`
  `called_like`: kinds its name or id sounds like. `name`, `called` of `content/rooms.yml`
  `reached_from_outside`: one can walk there from outside. `rooms[].doors_to`
ways_in:
  `room`: the room one enters. The door graph
  `coming_from`: the room one leaves. The door graph
  `sharer`: who else uses the room, on whose side this one hangs. `rooms[].shared_with`
  `area`: the filmed area one enters, by its first room. The door graph
  `notice_skipped`: the owner leaves the notice off. `signs[].skip`
  `skip_reason`: why, in the owner's words. `signs[].skip`
cameras:
  `sees_undress`: rooms under the floor it sees or hangs in. `sees`, `room`, the floor
  `behind_open_doors`: rooms under the floor next to one it sees. `sees`, the door graph
  `dummy`: it films nothing. `kind`
  `recorded`: pictures are kept. `recording`, `kind`
  `sees_kinds`: kinds of the rooms it sees. `sees`
  `met_kinds`: kinds of the rooms it sees or hangs in. `sees`, `room`
  `sees_privacy`: privacy classes of the rooms it sees. `sees`, `content/rooms.yml`
activities:
  `sensitive`: it needs data its law calls sensitive. `sensitive` of the packs (GDPR 9, PIPL 28)
  `rights`: rights it gives. `basis`, `special_ground`, `purposes`, `rights` of the packs
partners:
  `abroad`: what it receives leaves the law's territory. `territory` of the packs (GDPR 44, PIPL 38)
  `audit_overdue_days`: days since it was due to be looked at. `last_audit_on` and three years, our measure

What words may name besides (`placard/phrases`), each from the same functions:

words:
  `law.short_name` `law.rights`: the law and every right it knows. Its packs
  `law.authority.name` `law.authority.url` `law.authority.phone`: the supervisor. `authorities`
  `law.authority.address`: the same. `authorities`
  `law.consumers.name` `law.consumers.phone` `law.police.name` `law.police.phone`: others. `authorities`
  `law.call_life` `law.call_fire` `law.call_crime` `law.call_police`: whom one calls, by number. `emergency`
  `law.numbers_known`: its law tells the number for a life in danger. `emergency` of the packs
  `law.reply` `law.complaint_acknowledgement` `law.complaint_answer`: clocks, never mixed. `clocks`
  `law.breach`: the fourth of them. `clocks`
  `law.data_crime` `law.data_crime_sensitive`: the most a law threatens for misuse of data. `penalties`
  `law.data_crime_grave_from` `law.data_crime_grave_to`: where the case is grave. `penalties`
  `law.data_offence_from` `law.data_offence_to`: where it is no crime. `penalties`
  `machine_decides` `rights` `operator.areas`: as above
  `provisions`: why guests are asked for data. `activities[].provision`, `content/activities.yml`
  `joint_controllers` `regulator_registration.number`: said where there are any. Their fields
  `protection_standards.rooms`: rooms where the standards hang. Its field
  `treatments.told`: what is done here, where that was written down. Its field
  `spoken.languages`: languages somebody here speaks, never who. `staff.roles[].languages`
  `booking.online`: a visit is booked online. `online.bookings`, `partners[].service`
  `web.pages`: where the pages are, each by its name. `web.address`
  `web.host`: the web address without its scheme. `web.address`
  `operator.ways` `operator.to_write` `operator.to_call`: ways to reach it, else by post. Its contacts
  `privacy_contact.ways` `privacy_contact.to_write` `privacy_contact.to_call`: the same. Its contacts
  `operator.data_protection_officer.ways` `operator.data_protection_officer.to_write`: the same. Its contacts
  `operator.data_protection_officer.to_call`: the same. Its contacts
  `filming.rooms` `filming.cameras` `filming.areas`: what is filmed, public ground too. The door graph, `sees`
  `filming.outside` `camera.outside`: public ground is filmed. `cameras[].sees`
  `filming.purposes`: what all cameras together are for. `cameras[].purposes`
  `filming.dummies`: what looks like a camera and films nothing. `cameras[].kind`
  `filming.door_rooms` `filming.closed_rooms`: floor rooms beside a filmed one, masked too; others. Door graph
  `filming.sound_rooms`: where sound is taken too. `audio`, `cameras[].sees`
  `filming.recorded_rooms` `filming.live_rooms`: where pictures are kept; where none are. `recording`, `sees`
  `filming.remote_rooms`: whose pictures can be opened elsewhere. `remote_access`, `cameras[].sees`
  `filming.ways_in` `filming.bare_ways`: with a notice, and without. The door graph
  `filming.sharpest`: the sharpest picture any camera takes. `cameras[].quality`
  `floor.rooms` `undress.rooms` `treatment.rooms` `swim.rooms`: rooms by class. `content/rooms.yml`
  `area.rooms` `area.cameras` `area.ways_in`: what an area is. The door graph
  `area.purposes` `area.disclosure`: of all its cameras together. `cameras`, `surveillance`
  `area.recording` `area.retention` `area.audio`: the most any of its cameras does. `cameras`, `surveillance`
  `area.remote_access`: the same. `cameras`, `surveillance`
  `area.joint_controllers` `joint.rooms`: who decides too, and about which rooms. `joint_controllers[].rooms`
  `here.floor`: a notice hangs in a room no camera may see. `content/rooms.yml`
  `camera.room` `camera.kind` `camera.quality` `camera.purposes`: only what was stated. `cameras`
  `camera.masked` `camera.hours`: the same. `cameras`
  `room.name` `room.named` `room.kind` `room.privacy` `room.sharer` `room.filmed`: as above
  `room.watched`: a camera hangs in it or sees it, a dummy too. `cameras`
  `room.seen_when_open`: it lies behind a door of a filmed room. The door graph
  `partner.abroad`: as above
  `partner.uses` `partner.kinds`: what a partner does, with which data. `service`, `categories`, as below
  `partner.audit_due`: the day to look at it again. `last_audit_on` and three years, our measure
  `activity.partners`: partners who take part in it. `partners[].service`, `content/activities.yml`
  `activity.rights` `activity.sensitive`: as above
  `right.code` `right.uses`: a right only some uses give, and those uses. As `rights`
"""
