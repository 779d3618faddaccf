"""A headless Chromium with the network off: what a page asked for, what the browser complained of, real clicks."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--force-prefers-reduced-motion",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PATIENCE = 20


class Page:
    """A page that is open in the browser."""

    def __init__(
        self, driver: webdriver.Chrome, path: Path | str, *, width: int, height: int, dark: bool, fragment: str = ""
    ) -> None:
        self.driver = driver
        self.url = path if isinstance(path, str) else path.as_uri()
        scheme = "dark" if dark else "light"
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
        driver.get("about:blank")
        driver.get_log("performance")
        driver.get_log("browser")
        driver.get(self.url + (f"#{fragment}" if fragment else ""))

    def run(self, script: str, *arguments: object) -> object:
        """Run JavaScript in the page."""
        return self.driver.execute_script(script, *arguments)

    def complaints(self) -> list[str]:
        """Return what the browser's console holds: errors, and loads that the page's policy refused."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Return every address that the page has asked for since it was opened, itself among them."""
        messages = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        asked = [message for message in messages if message["method"] == "Network.requestWillBeSent"]
        return [message["params"]["request"]["url"] for message in asked]

    def click_canvas(self, x: float, y: float) -> None:
        """Press the mouse at a place of the drawing, in pixels from its top left corner."""
        canvas = self.driver.find_element(By.CSS_SELECTOR, "#canvas canvas")
        size = canvas.size
        pointer = ActionChains(self.driver, duration=20)
        pointer.move_to_element_with_offset(canvas, round(x - size["width"] / 2), round(y - size["height"] / 2))
        pointer.click().perform()

    def click_node(self, node: str) -> None:
        """Press the mouse on a thing in the drawing."""
        self.click_canvas(*self._place(node))

    def click_edge(self, source: str, target: str) -> None:
        """Press the mouse on a link."""
        self.click_canvas(*self._on_line(source, target))

    def hover_edge(self, source: str, target: str) -> None:
        """Rest the mouse on a link."""
        canvas = self.driver.find_element(By.CSS_SELECTOR, "#canvas canvas")
        x, y = self._on_line(source, target)
        pointer = ActionChains(self.driver, duration=20)
        size = canvas.size
        pointer.move_to_element_with_offset(
            canvas, round(x - size["width"] / 2), round(y - size["height"] / 2)
        ).perform()

    def _on_line(self, source: str, target: str) -> tuple[float, float]:
        """A place of a link that nothing covers."""
        place = self.run(
            """const line = current.lines.find(({link}) => link.key === arguments[0]);
            const places = STOPS.map((share) => network.canvasToDOM(pointOn(line, share)));
            return places.find((place) => under(place) === line);""",
            f"{source}~{target}",
        )
        return place["x"], place["y"]

    def _place(self, node: str) -> tuple[float, float]:
        place = self.run("return network.canvasToDOM(markById.get(thingById.get(arguments[0]).n))", node)
        return place["x"], place["y"]

    def text(self, selector: str) -> str:
        """Return the text of an element as it is shown."""
        return self.driver.find_element(By.CSS_SELECTOR, selector).text

    def find(self, selector: str) -> list:
        """Return all elements of a selector."""
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def wait_for(self, text: str, selector: str = "#details") -> None:
        """Wait until an element shows a text."""
        self.wait(lambda: text in self.text(selector), f"{selector} never showed {text!r}")

    def wait(self, come: Callable[[], bool], otherwise: str) -> None:
        """Wait until something has come true."""
        WebDriverWait(self.driver, PATIENCE).until(lambda _: come(), otherwise)


@contextmanager
def chromium() -> Iterator[webdriver.Chrome]:
    """Start a browser with a fresh profile and no network but this machine's own address."""
    with tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True) as profile:
        options = webdriver.ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = webdriver.Chrome(options=options, service=Service(DRIVER))
        try:
            yield driver
        finally:
            driver.quit()
