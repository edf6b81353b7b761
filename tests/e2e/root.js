// Stands before the body of every script. Where the widget lives: in the shadow root of its element, or in
// the page itself. WIDGET is the selector of the element.
const root = document.querySelector(WIDGET)?.shadowRoot ?? document;
// What stands ready but hidden, such as the failure screen, is not found.
const shown = (selector) => [...root.querySelectorAll(selector)].filter((each) => !each.closest("[hidden]"));
