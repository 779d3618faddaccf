"use strict";
// Everything set going, and again when the reader changes the address by hand.

function refresh() {
  readFragment();
  for (const renderer of renderers) renderer(null);
}

startLegend();
startTimeline();
startTables();
startSearch();
startPanel();
if (network) {
  startPicture();
  startExport();
}
addEventListener("hashchange", refresh);
refresh();
if (network && thingById.has(state.chosen)) bringIntoView([thingById.get(state.chosen)]);
