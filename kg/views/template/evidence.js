"use strict";
// Quotes, facts and what they say, as the panel shows them.

function statements(says) {
  const pairs = says.map(([property, value]) => [
    element("dt", {}, text(content.properties[property][1])),
    element("dd", { dir: "auto" }, text(value)),
  ]);
  return pairs.length ? [element("dl", {}, pairs)] : [];
}

function articleLink({ title, url, id, language }) {
  const words = { dir: "auto", lang: language ?? "" };
  const web = /^https?:\/\//i.test(url ?? "");
  if (!web) return element("span", words, title ?? id);
  return element("a", { href: url, target: "_blank", rel: "noopener noreferrer", ...words }, title ?? id);
}

/** A passage in its own language, with its article's title, date and address. */
function quote(number) {
  const { exact, before, after, start, end, article } = content.quotes[number];
  const source = content.articles[article] ?? {};
  const beside = (words) => (words ? [element("span", { class: "beside" }, words)] : []);
  const place = say("characters", { start, end });
  const rest = [day(source), source.publisher, languageName(source.language), place].filter(Boolean).join(" · ");
  return [
    element(
      "blockquote",
      { dir: "auto", lang: source.language ?? "", tabindex: "0" },
      beside(before),
      exact ?? "",
      beside(after),
    ),
    element("p", { class: "source" }, articleLink(source), element("span", {}, ` · ${rest}`)),
  ];
}

function languageName(language) {
  if (!language) return "";
  try {
    return new Intl.DisplayNames([state.lang], { type: "language" }).of(language);
  } catch {
    return language;
  }
}

function factPart(number) {
  const { type, rule, says = EMPTY, quotes = EMPTY } = content.facts[number];
  return element(
    "div",
    { class: "fact" },
    element("h4", {}, text(content.classes[type])),
    quotes.map(quote),
    statements(says),
    rule ? element("p", { class: "rule" }, say("rule", { rule })) : [],
  );
}

function section(title, parts, attributes = {}) {
  return parts.length ? [element("h3", attributes, title), parts] : [];
}

const counted = (evidence) =>
  say("witnesses", { stories: evidence.stories.size, languages: [...evidence.languages].sort().join(", ") });
