from pathlib import Path

from tests.app.figure_making import FILMS, shared, work_id
from tests.makers import NOON
from tui.model.query_language import parse
from tui.model.works import WorksShown


def test_the_list_and_the_page_calibrate_alike(tmp_path: Path) -> None:
    with shared(tmp_path) as library:
        ids = [row.id for row in library.works(WorksShown()).rows]
        assert library.calibrated(ids) == {id: library.work_page(id).consensus.calibrated for id in ids}
        assert library.calibrated([]) == {}


def test_works_can_be_narrowed_by_any_query_on_their_reviews(tmp_path: Path) -> None:
    with shared(tmp_path) as library:
        shown = WorksShown(query=parse("critic:cyra grade>=90", now=NOON))
        assert sorted(row.title for row in library.works(shown).rows) == ["The Second Foghorn", "[REC]²"]
        assert library.count_works(shown) == 2
        assert shown.narrowed


def test_also_means_works_another_critic_gave_a_score_too(tmp_path: Path) -> None:
    with shared(tmp_path) as library:
        for text, number in (("critic:ada also:reel", 3), ("critic:ada also:#4", 3), ("also:nobody", 0)):
            assert library.count(parse(text, now=NOON)) == number
        assert library.count(parse(f"also:#3 work:#{work_id(library, FILMS[0])}", now=NOON)) == 4
        assert library.count(parse("-also:reel", now=NOON)) == 28 - 12
