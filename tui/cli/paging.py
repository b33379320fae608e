"""`pages`: whether the pages of a critic's reviews are fetched, and why."""

import json

import click

from tui.app.widgets.reports import pages_in_words
from tui.cli.shapes import pages_rule_shape
from tui.cli.surroundings import Surroundings
from tui.model.critic import Critic
from tui.model.paging import PageRule, PageSetting
from tui.model.text import visible


@click.command("pages")
@click.argument("critic")
@click.argument("setting", required=False, type=click.Choice([str(each) for each in PageSetting]))
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@click.pass_obj
def pages_command(around: Surroundings, critic: str, setting: str | None, as_json: bool) -> None:
    """Tell whether the pages of CRITIC's reviews are fetched, for the full text and the grade; or change it.

    `auto` (as it begins): only where the feed gives excerpts or no grades, and the first pages gave more. `always`,
    `never`: as it says. What was fetched stays.
    """
    with around.open_library() as library:
        found = library.critic(critic)
        rule = library.page_rule(found.id)
        if setting is not None:
            # What was learned is forgotten too, so that going back to `auto` looks afresh.
            rule = PageRule(PageSetting(setting))
            library.keep_page_rule(found.id, rule)
        counts = library.page_counts(found.id)
    if as_json:
        click.echo(json.dumps(pages_rule_shape(found, rule, counts), ensure_ascii=False, indent=1))
    elif setting is None:
        click.echo(_told(found, rule, counts))
    else:
        click.echo(f"{visible(found.name)}: {_CHANGED[rule.setting]}", err=True)


_CHANGED = {
    PageSetting.AUTO: "pages are fetched where the feed lacks something and they give it",
    PageSetting.ALWAYS: "every new review's page is fetched, from the next refresh on",
    PageSetting.NEVER: "no page is fetched any more",
}


def _told(critic: Critic, rule: PageRule, counts: tuple[int, int, int]) -> str:
    read, failed, untried = counts
    return visible(f"{critic.name}: {pages_in_words(rule, counts)}; {read} read, {failed} failed, {untried} not tried")
