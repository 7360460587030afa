"""The worker's own record from the sample register: stage by the shared number, amounts by what the cards say."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_member_links_with_the_register_and_opens_the_amounts(visitor):
    """Sari shares her number, then types what stands on her cards; messages with identifiers leave the chat."""
    page = visitor.page
    visitor.start()
    visitor.sees("Sari Contoh")
    page.locator("#side-open").click()
    cards = page.locator("#papers li").all_text_contents()
    visitor.look("link-1-wallet")
    page.keyboard.press("Escape")

    visitor.write("/jkp")
    visitor.press("status.door_link")
    page.locator("#keys").get_by_role("button", name=visitor.label("link.share")).click()
    page.locator("#box-yes").click()
    visitor.press("status.amount_button")
    for card in cards:
        visitor.write(card.split()[-1])
        expect(page.locator(".mine", has_text=card.split()[-1])).to_have_count(0)

    visitor.sees("menurut data BPJS")
    visitor.sees("Rp1.590.000")
    visitor.look("link-2-amounts")
