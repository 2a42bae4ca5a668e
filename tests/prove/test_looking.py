"""Files are looked into in groups that do not change when others are made of them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from placard.findings import Place
from placard.made import Kind, Made
from placard.press.pool import Crew
from placard.prove.leaks import Secret
from placard.prove.looking import Look, begin_to_look, look_into

SECRET = Secret("Mrs Kowalska of the kiosk", Place("venues/mill.yml", 9), "mill")


def file(folder: Path, path: str, kind: Kind, words: str) -> Made:
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(words, "utf-8")
    return Made(PurePosixPath(path), target, kind, path.split("/")[1], ("en",))


class Watched(Crew):
    """A crew that notes what was begun, and what of it is asked for."""

    def __init__(self) -> None:
        super().__init__(1)
        self.begun: list[object] = []
        self.asked: list[object] = []

    def begin(self, task, job, name):  # type: ignore[no-untyped-def]
        self.begun.append(job)

    def help_with(self, task, jobs, name, batch=1):  # type: ignore[no-untyped-def]
        self.asked += jobs
        return super().help_with(task, jobs, name, batch)


def test_what_was_begun_is_asked_for_again_when_more_has_been_made(tmp_path: Path) -> None:
    look, crew = Look(tmp_path / "shelf", (SECRET,)), Watched()
    first = [
        file(tmp_path, f"{root}/{venue}/{number}.html", "sheet", "Nobody films here.")
        for venue in ("mill", "lido")
        for root in ("print", "staff")
        for number in range(15)
    ]
    begin_to_look(first, look, crew)
    leaking = file(tmp_path, "print/mill/index.html", "contact", "Ask Mrs. KOWALSKA of <b>the</b> kiosk")
    public = file(tmp_path, "site/mill/index.html", "page", "Nobody films here.")
    told = look_into([*first, public, leaking], look, crew)
    assert [finding.values["output"] for finding in told] == ["print/mill/index.html"]
    assert len(crew.begun) == 8
    assert [job for job in crew.asked if job in crew.begun] == crew.begun


def test_papers_of_staff_may_say_what_guests_must_not_read(tmp_path: Path) -> None:
    made = [file(tmp_path, f"{root}/mill/a.html", "sheet", SECRET.words) for root in ("staff", "print")]
    told = look_into(made, Look(tmp_path / "shelf", (SECRET,)), Crew(1))
    assert [finding.values["output"] for finding in told] == ["print/mill/a.html"]
