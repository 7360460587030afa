"""A visitor's telephone before the running demo; what the browser complains of fails the test."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.bot.simulator.running_demo import running_demo
from tests.browser.chromium import chromium
from tests.browser.visitor import Visitor

PATIENCE_MS = 15_000


@pytest.fixture(scope="module")
def browser():
    with chromium() as launched:
        yield launched


@pytest.fixture(scope="module")
def demo(browser, tmp_path_factory):
    with running_demo(tmp_path_factory.mktemp("demo")) as running:
        yield running


@pytest.fixture(scope="session")
def shots(tmp_path_factory) -> Path:
    """Where the screenshots go: a temporary folder, or KERJALAGI_SHOTS."""
    folder = Path(os.environ.get("KERJALAGI_SHOTS") or tmp_path_factory.mktemp("shots"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture
def visitor(browser, demo, shots, request):
    """The page on a telephone of 390 by 844 pixels, or of the size asked for."""
    width, height = getattr(request, "param", (390, 844))
    complaints = []
    context = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text) if line.type in {"error", "warning"} else None)
    page.goto(demo.address)
    yield Visitor(page, shots)
    context.close()
    assert complaints == []
