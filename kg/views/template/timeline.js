"use strict";
// A slider over the dates that articles attest: what they had told by then.

const MOST_BARS = 60;

/** The number of the last attested date that the filter lets through. */
function sliderPlace() {
  if (!state.until) return attestedDates.length - 1;
  const after = attestedDates.findIndex((date) => date > state.until);
  return Math.max(0, (after < 0 ? attestedDates.length : after) - 1);
}

function slid(event) {
  const place = Number(event.target.value);
  const last = place === attestedDates.length - 1;
  update({ until: last ? "" : attestedDates[place] });
}

/** How many things each date attests, as bars under the slider. */
function bars() {
  const counts = attestedDates.map((date) => things.filter((thing) => thing.evidence.dates.includes(date)).length);
  const most = Math.max(...counts);
  const step = 100 / (counts.length - 1);
  const wide = Math.min(step * 0.6, 4);
  const drawn = counts.map((count, n) =>
    svgElement("rect", {
      x: n * step - wide / 2,
      y: 20 - (20 * count) / most,
      width: wide,
      height: (20 * count) / most,
      class: "bar",
    }),
  );
  return svgElement("svg", { viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" }, ...drawn);
}

function showSlider() {
  const date = attestedDates[sliderPlace()];
  const slider = byId("slider");
  slider.value = sliderPlace();
  const asDate = new Date(`${date}T00:00:00Z`);
  const words = Number.isNaN(asDate.valueOf())
    ? date
    : asDate.toLocaleDateString(state.lang === "en" ? "en-GB" : state.lang, { dateStyle: "long", timeZone: "UTC" });
  slider.setAttribute("aria-valuetext", words);
  byId("sliderDate").textContent = say("toldBy", { date: words });
}

function startTimeline() {
  if (attestedDates.length < 2) return;
  byId("timeline").hidden = false;
  byId("slider").max = attestedDates.length - 1;
  byId("slider").addEventListener("input", slid);
  if (attestedDates.length <= MOST_BARS) byId("bars").append(bars());
  onChange(showSlider);
}
