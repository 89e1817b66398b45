"""What a browser shows of a bundle's page, as JSON: nobody here knows what it should be.

page.py FILE FOLDER STEP…    FOLDER takes pictures and prints; each STEP is one that the slider is moved to
"""

import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import Browser  # noqa: E402

# What stands in the page at this moment, by its text alone.
SHOWN = """(() => {
  const text = selector => [...document.querySelectorAll(selector)].map(element => element.textContent.trim());
  const slot = name => document.querySelector(`[data-v="${name}"]`)?.textContent ?? null;
  const slider = document.getElementById('slider');
  return {
    step: Number(slider.value), heard: document.getElementById('live').textContent,
    value: slider.getAttribute('aria-valuetext'), title: document.title, language: document.documentElement.lang,
    stage: document.querySelector('#stages [aria-current]')?.dataset.stage ?? null,
    deadline: document.querySelector('[data-v="deadline"] time')?.getAttribute('datetime') ?? null,
    counts: Object.fromEntries(
      ['seats', 'forms', 'forms0', 'forms1', 'forms2', 'forms3', 'forms4', 'sets', 'sets-due', 'letters', 'feedback',
        'complaints', 'proposal'].map(name => [name, slot(name)])),
    status: text('#statuses > li:not([hidden])'),
    ranking: [...document.querySelectorAll('#ranking tbody tr:not(.border)')].map(row => ({
      name: row.cells[1].firstElementChild.textContent, figures: [3, 4].map(place => row.cells[place].textContent),
      bar: Number(row.querySelector('rect.bar').getAttribute('width')),
      mean: Number(row.querySelector('rect.mean').getAttribute('x')), status: row.cells[5].textContent,
    })),
    isRanked: document.getElementById('ranking')?.checkVisibility() ?? false,
    border: [...document.querySelectorAll('#ranking tbody tr')].findIndex(row => row.className === 'border'),
    places: [...document.querySelectorAll('#places > li')].map(place => ({
      kind: place.className, mark: place.querySelector('use').getAttribute('href'),
      name: place.querySelectorAll('b, code')[1]?.textContent ?? null,
    })),
    reserve: text('#reserve > li'), own: document.getElementById('own')?.textContent ?? null,
    ownPlace: document.getElementById('ownplace')?.checkVisibility() ? slot('place') : null,
    headings: text('h1, h2, h3'), now: document.getElementById('now').textContent,
    narrowest: Math.min(...[...document.querySelectorAll('#now dd:not(li dd)')].map(value => value.clientWidth)),
    found: document.getElementById('found').textContent,
    current: document.querySelector('#events > .current')?.id ?? null,
    events: [...document.querySelectorAll('#events > li')].filter(row => !row.hidden).length,
  };
})()"""

# What a page may not do: the policy in its head says so, and the browser tells of each attempt.
TRIED = """(async () => {
  const stopped = new Set();
  document.addEventListener('securitypolicyviolation', event => stopped.add(event.effectiveDirective));
  try { eval('1'); } catch { stopped.add('eval'); }
  try { await fetch('https://example.org/'); } catch { stopped.add('fetch'); }
  const script = document.createElement('script');
  script.textContent = 'document.title = "changed"';
  const image = document.createElement('img');
  image.src = 'https://example.org/image';
  const frame = document.createElement('iframe');
  frame.src = 'https://example.org/frame';
  document.body.append(script, image, frame);
  for (let turn = 0; turn < 200 && stopped.size < 7; turn += 1) await new Promise(done => setTimeout(done, 25));
  return [...stopped].sort();
})()"""

KEYS = [
    ("Home", 36), ("ArrowRight", 39), ("ArrowUp", 38), ("PageUp", 33), ("ArrowLeft", 37), ("PageDown", 34), ("End", 35),
]


def text_of(pdf, folder, name):
    path = os.path.join(folder, name + ".pdf")
    with open(path, "wb") as file:
        file.write(pdf)
    information = subprocess.run(["pdfinfo", path], capture_output=True, check=True, text=True).stdout
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True, text=True).stdout
    size = next(line for line in information.splitlines() if line.startswith("Page size"))
    pages = next(line for line in information.splitlines() if line.startswith("Pages"))
    return {"pages": int(pages.split()[-1]), "size": size, "text": text}


def keyboard(browser):
    """Where each key takes the slider, and what the Tab key comes to on its way to it and from it."""
    browser.run("document.activeElement.blur(); document.body.tabIndex = -1; document.body.focus(); null")
    way = []
    for _ in range(40):
        browser.press("Tab", number=9)
        way.append(browser.run("""(() => {
          const element = document.activeElement;
          return {
            name: element.id || element.className || element.tagName,
            outline: getComputedStyle(element).outlineStyle + ' ' + getComputedStyle(element).outlineWidth,
          };
        })()"""))
        if way[-1]["name"] == "slider":
            break
    moves = []
    for key, number in KEYS:
        browser.press(key, number=number)
        moves.append([key, browser.run("Number(slider.value)"), browser.run("step")])
    browser.press("Tab", number=9)
    browser.press("Enter", number=13)
    return {"way": way, "moves": moves, "milestone": browser.run("[Number(document.activeElement.dataset.step), step]")}


def filters(browser):
    """Each choice of a filter, and how many events it leaves."""
    return browser.run("""(() => {
      const found = {};
      for (const name of ['person', 'kind']) {
        const select = document.getElementById(name);
        for (const option of [...select.options].slice(1)) {
          select.value = option.value;
          select.dispatchEvent(new Event('change'));
          found[`${name} ${option.textContent}`] = [...document.querySelectorAll('#events > li')]
            .filter(row => !row.hidden).length;
        }
        document.getElementById('clear').click();
      }
      return found;
    })()""")


def pictures(browser, folder):
    """How the page looks, for people; and whether anything in it is wider than the screen."""
    wider = {}
    for name, width, height in (("desktop", 1280, 900), ("phone", 390, 844)):
        browser.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
            mobile=name == "phone")
        for scheme in ("light", "dark"):
            browser.call(
                "Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
            for place in ("", "#state-title", "#ranking", "#events-title"):
                browser.run("document.querySelector(%s)?.scrollIntoView(); null" % json.dumps(place or "h1"))
                with open(os.path.join(folder, "%s-%s%s.png" % (name, scheme, place)), "wb") as file:
                    file.write(browser.picture())
        wider[name] = browser.run("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    browser.call("Emulation.clearDeviceMetricsOverride")
    browser.call("Emulation.setEmulatedMedia", features=[])
    return wider


def contrast(browser, scheme):
    """The worst contrast of text with what lies behind it (WCAG 2.2, 1.4.3), over all elements with a text of their own."""
    browser.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
    worst = browser.run("""(() => {
      const parse = text => text.match(/[\\d.]+/g).map(Number);
      const light = ([r, g, b]) => [r, g, b].map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
        .reduce((sum, c, index) => sum + c * [0.2126, 0.7152, 0.0722][index], 0);
      const ground = element => {
        for (let place = element; place; place = place.parentElement) {
          const colour = parse(getComputedStyle(place).backgroundColor);
          if (colour.length === 3 || colour[3] === 1) return colour;
        }
        return [255, 255, 255];
      };
      let worst = [21, ''];
      for (const element of document.querySelectorAll('body *')) {
        const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
        if (!own || element.disabled || element.closest('svg, script') || !element.checkVisibility()) continue;
        const [a, b] = [light(parse(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
        const ratio = (a + 0.05) / (b + 0.05);
        if (ratio < worst[0]) worst = [ratio, `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`];
      }
      return worst;
    })()""")
    browser.call("Emulation.setEmulatedMedia", features=[])
    return worst


def main(path, folder, steps):
    shown = {}
    with Browser() as browser:
        browser.call(
            "Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1, mobile=False)
        browser.open(path)
        first = browser.run(SHOWN)
        for step in steps:
            browser.run(
                "slider.value = %d; slider.dispatchEvent(new Event('input', { bubbles: true })); null" % step)
            shown[step] = browser.run(SHOWN)
        keys = keyboard(browser)
        found = filters(browser)
        browser.run("show(%d)" % steps[-1])
        printed = text_of(browser.pdf(), folder, "danish")
        browser.run("document.getElementById('language').click(); null")
        english = browser.run(SHOWN)
        printed_english = text_of(browser.pdf(), folder, "english")
        browser.run("document.getElementById('language').click(); null")
        back = browser.run(SHOWN)
        wider = pictures(browser, folder)
        contrasts = {scheme: contrast(browser, scheme) for scheme in ("light", "dark")}
        events = list(browser.events)
        tried = browser.run(TRIED, allowUnsafeEvalBlockedByCSP=False)
    with Browser() as browser:
        browser.call("Emulation.setScriptExecutionDisabled", value=True)
        browser.open(path)
        plain = text_of(browser.pdf(), folder, "plain")
    problems = [
        event["params"] for event in events if event["method"] in ("Runtime.exceptionThrown", "Log.entryAdded")
    ]
    requests = [event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"]
    json.dump({
        "first": first, "shown": shown, "keyboard": keys, "filters": found, "printed": printed, "english": english,
        "printedEnglish": printed_english, "back": back, "plain": plain, "problems": problems, "requests": requests,
        "tried": tried, "wider": wider, "contrast": {scheme: [str(round(ratio, 2)), where] for scheme, (ratio, where) in contrasts.items()},
    }, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], [int(step) for step in sys.argv[3:]])
