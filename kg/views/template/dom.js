"use strict";
// Making elements. Everything an article says reaches the page as text nodes only; nothing here parses markup.

const byId = (id) => document.getElementById(id);

/** An element with attributes (on… are listeners; "" and false leave an attribute out) and children. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== "" && value !== false) made.setAttribute(name, value);
  }
  made.append(...children.flat(Infinity));
  return made;
}

function button(text, act, attributes = {}) {
  return element("button", { type: "button", dir: "auto", onclick: act, ...attributes }, text);
}

function svgElement(tag, attributes, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Fills a box anew; a button or link of it that had the focus passes it on to the one now in its place. */
function keepingFocus(box, fill) {
  const focusable = () => [...box.querySelectorAll("button, a, input")];
  const at = focusable().indexOf(document.activeElement);
  fill();
  if (at >= 0) (focusable()[at] ?? box).focus();
}

/** The options of a select, of which one is chosen. */
function options(pairs, chosen) {
  return pairs.map(([value, text]) => {
    const option = element("option", { value }, text);
    option.selected = value === chosen;
    return option;
  });
}
