// The custom element <loan-checkup>: an adaptor around the program, without any look or reasoning of its own.
// www/README.md describes what a page can set and hear; www/element.d.ts has the types. The tables there and
// www/custom-elements.json are made of the comments below, whose Chinese stands behind `zh:`.
//
// The build puts in the constant VERSION.
import { copyProgram } from "./element/copy.js";
import { touch, watch } from "./element/crash.js";
import { FOLDER, loadKeeping, loadMarkup, loadShell, loadTexts, loadWording } from "./element/files.js";
import { DEFAULT, localeFor } from "./element/locale.js";
import { dress } from "./element/look.js";
import { named } from "./element/named.js";
import { NAME_ATTRIBUTES, keptAnswers, knownOf, namesOf, settingsOf } from "./element/settings.js";
import { followProgress } from "./progress.js";
import { openReady, UNTOUCHED } from "./ready/ready.js";

const API_VERSION = 1;
const PATIENCE = 60; // seconds for loading, where the attribute `timeout` says nothing
const NEAR = "400px"; // loading starts when the element is so near to what is seen
const RICH = ["answers", "wording", "rulebook"];

function empty(element) {
  while (element.lastChild) element.lastChild.remove();
}

/**
 * A guided checkup inside somebody else's page, for borrowers who see a loan limit and cannot borrow.
 *
 * @element loan-checkup
 *
 * @attr {"en" | "zh-CN" | "zh-TW"} [locale] - The language; without it the nearest `lang` of the page counts, else
 *   `zh-CN`.
 *   zh: 语言；不写就看页面上最近的 `lang`，再没有就用 `zh-CN`。
 * @attr {"auto" | "light" | "dark"} [theme=auto] - Light or dark; `auto` follows the reader's system.
 *   zh: 浅色或深色；`auto` 跟随读者的系统。
 * @attr {string} [symptom] - What the borrower sees, where the page knows it: an option of the question `symptom`, as
 *   in `one-yuan-cap`. Then it is not asked.
 *   zh: 页面已经知道借款人遇到的情况时写上：问题 `symptom` 的一个选项，例如 `one-yuan-cap`。这样就不再问。
 * @attr {string} [product-name] - The loan product's name in all texts; without it the wording has one.
 *   zh: 各处文案里的借款产品名；不写就用文案里自带的。
 * @attr {string} [lender-name] - The lender's name in all texts; without it the wording has one.
 *   zh: 各处文案里的放款机构名；不写就用文案里自带的。
 * @attr {string} [hotline] - The number of the official hotline; without it the wording has one.
 *   zh: 官方客服电话；不写就用文案里自带的。
 * @attr {"lazy" | "eager"} [loading=lazy] - When loading starts: `lazy` when the element comes near what is seen,
 *   `eager` at once.
 *   zh: 什么时候开始加载：`lazy` 是元素快要露出来时，`eager` 是马上。
 * @attr {"on" | "ask"} [save] - Lets answers stay on the device for 7 days, across reloads: `ask` once the borrower has
 *   ticked a box below the checkup, `on` from the start, until the borrower unticks it. One tap deletes them. Without it
 *   nothing is kept. It counts when loading starts; several elements on one page need an `id` each.
 *   zh: 让回答在设备上保留 7 天，刷新也不丢：`ask` 是借款人在自查下面勾选以后，`on` 是一开始就保留，直到借款人取消勾选。点一下就能删掉。不写就什么都不保留。开始加载时生效；一个页面上有几个元素时各写一个 `id`。
 * @attr {number} [timeout=60] - How many seconds loading may take before it counts as failed.
 *   zh: 加载最多等几秒，超过就算失败。
 *
 * @fires {CheckupStart} checkup-start - The borrower has gone on from the first screen.
 *   zh: 借款人离开了第一屏，开始回答。
 * @fires {CheckupStep} checkup-step - The borrower has come to another screen: `kind` of it; `screen`, the id of a
 *   question's screen, else empty; `answered`, how many questions have an answer; `remaining`, about how many screens
 *   are to come; `screens`, how many steps there were so far.
 *   zh: 借款人到了另一屏：`kind` 是它的种类，`screen` 是问题屏的 id，`answered` 是已有回答的问题数，`remaining` 是大约还剩几屏，`screens` 是走过的步数。
 * @fires {CheckupComplete} checkup-complete - The borrower has come to a result or to the warning of fraud.
 *   zh: 借款人到了结果，或诈骗警告。
 * @fires {CheckupError} checkup-error - Something is wrong: `code` says what, the console says more.
 *   zh: 出了问题：`code` 说明是什么，控制台里有详情。
 *
 * @errorcode program - The program cannot be loaded or started, for instance because the page's policy forbids it.
 *   zh: 程序无法加载或启动，例如被页面的策略禁止。
 * @errorcode wording - The wording cannot be loaded, or one of the page's own texts cannot be used.
 *   zh: 文案无法加载，或页面自己的某条文案无法使用。
 * @errorcode rulebook - The page's own rulebook has errors, or what reads it cannot be loaded.
 *   zh: 页面自己的规则有错，或读取它的程序无法加载。
 * @errorcode answers - An answer that the page has set cannot be used; the checkup goes on without it.
 *   zh: 页面写入的某个回答无法使用；自查不管它，照常进行。
 * @errorcode save - What keeps answers cannot be loaded; the checkup goes on without it.
 *   zh: 保留回答的部分无法加载；自查不管它，照常进行。
 * @errorcode timeout - Loading has taken longer than `timeout` says.
 *   zh: 加载时间超过了 `timeout`。
 * @errorcode crash - The program has stopped in the middle; another try goes on from the answers so far.
 *   zh: 程序中途停止；再试时从已有的回答继续。
 *
 * @slot - The page's own content: shown until the checkup is there, and where it cannot run. Without it, a screen says
 *   that something failed, names the hotline and offers another try.
 *   zh: 页面自己的内容：自查出现之前，以及它无法运行时显示。没有这部分内容，就用一屏说明出了问题、给出客服电话并可以再试。
 * @slot header - Stands above the checkup.
 *   zh: 放在自查上面。
 * @slot footer - Stands below the checkup, for instance the lender's contact.
 *   zh: 放在自查下面，例如放款机构的联系方式。
 *
 * @csspart root - The checkup as a whole, without header and footer.
 *   zh: 整个自查，不含 header 和 footer。
 * @csspart progress - The bar and the words that say how far one is.
 *   zh: 进度条和进度文字。
 * @csspart question - A question with its options.
 *   zh: 一个问题和它的选项。
 * @csspart option - An option, or a row of a list.
 *   zh: 一个选项，或清单里的一行。
 * @csspart button - Every button, and the numbers to call.
 *   zh: 每个按钮，以及可以拨打的电话。
 * @csspart finding - The card of a reason.
 *   zh: 一个原因的卡片。
 * @csspart remedy - The card of a step to take.
 *   zh: 一个步骤的卡片。
 */
export class LoanCheckup extends HTMLElement {
  static get observedAttributes() {
    return ["locale", "symptom"].concat(NAME_ATTRIBUTES);
  }

  constructor() {
    super();
    const root = this.attachShadow({ mode: "open" });
    const add = (tag, properties) => root.appendChild(Object.assign(document.createElement(tag), properties));
    add("slot", { name: "header" });
    // Marked for the usual recorders of sessions: nothing inside is written down.
    const marks = "rr-block ph-no-capture sentry-block dd-privacy-hidden fs-exclude";
    this._frame = add("div", { className: `frame ${marks}`, hidden: true });
    this._failure = add("div", { className: "frame", hidden: true });
    this._fallback = add("slot", {});
    add("slot", { name: "footer" });
    this._given = {};
    this._progress = followProgress((name, detail) => this._tell(name, detail));
    for (const type of ["click", "input", "keydown"]) {
      this._frame.addEventListener(type, () => touch(this), true);
    }
    this._failure.addEventListener("click", (event) => {
      if (!event.target.closest("[data-action=restart]")) return;
      event.preventDefault();
      this._start(true);
    });
  }

  connectedCallback() {
    for (const name of RICH) {
      // Set before the script arrived, it hides the property of the class.
      if (!Object.prototype.hasOwnProperty.call(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (!this._phase) this._start(this.getAttribute("loading") === "eager");
  }

  disconnectedCallback() {
    // Whoever is elsewhere on the page by then was only moved.
    Promise.resolve().then(() => {
      if (this.isConnected) return;
      this._stop();
      this._last = null;
    });
  }

  attributeChangedCallback() {
    this._change();
  }

  /**
   * The answers so far. They are personal data: read them only if you need them. What is set here is known and not
   * asked.
   *
   * zh: 到现在为止的回答。这是个人信息，确有需要才读。写进去的回答算已知，不再问。
   */
  get answers() {
    if (this._widget) return JSON.parse(this._widget.answers());
    const { ready } = this._phase || {};
    return this._last || Object.assign({}, this._given.answers, ready && ready.answers());
  }
  set answers(answers) {
    this._give("answers", answers);
  }
  /**
   * The page's own texts by key, as in `cause.new-account.title`, in place of the shipped ones. They are plain text,
   * never markup.
   *
   * zh: 页面自己的文案，按键给出，例如 `cause.new-account.title`，代替自带的。都是纯文本，不会当成标记。
   */
  get wording() {
    return this._given.wording || null;
  }
  set wording(wording) {
    this._give("wording", wording);
  }
  /**
   * Another rulebook: the texts of all knowledge files by path, as in `causes/new-account.toml`. It needs the folder
   * `dist/engine` beside `dist/embed`; setting it begins afresh.
   *
   * zh: 另一套规则：全部知识文件的文本，按路径给出，例如 `causes/new-account.toml`。需要 `dist/embed` 旁边有 `dist/engine`；写入后从头开始。
   */
  get rulebook() {
    return this._given.rulebook || null;
  }
  set rulebook(rulebook) {
    this._give("rulebook", rulebook);
    if (this._phase) this._start(true);
  }
  /**
   * Outcome, reasons and steps by id while a result or the warning of fraud is shown, else `null`. It follows from
   * the answers, so it is personal data too.
   *
   * zh: 显示结果或诈骗警告时是结论、原因和步骤的 id，其余时候是 `null`。它由回答得出，所以同样是个人信息。
   */
  get diagnosis() {
    if (this._widget) return JSON.parse(this._widget.diagnosis() || null);
    const { ready } = this._phase || {};
    return ready ? ready.diagnosis() : null;
  }
  /**
   * The versions of this interface, the program and the rulebook, and the rulebook's hash.
   *
   * zh: 这套接口、程序和规则的版本，以及规则的哈希值。
   */
  get version() {
    return Object.assign({ api: API_VERSION }, VERSION);
  }

  /**
   * Begins afresh, from what the page has set; after a failure, tries again.
   *
   * zh: 从头开始，保留页面写入的内容；失败以后则再试一次。
   */
  reset() {
    this._last = null;
    if (!this._widget) return this._phase && this._start(true);
    this._progress.hush(true);
    this._widget.reset();
  }

  /**
   * Moves the focus to the heading of what is shown.
   *
   * zh: 把焦点移到当前内容的标题上。
   */
  focus() {
    const heading = this.shadowRoot.querySelector(".frame:not([hidden]) h1");
    if (heading) heading.focus();
  }

  _give(name, value) {
    this._given[name] = value;
    if (name !== "rulebook") this._change();
  }

  get _locale() {
    const near = this.closest("[lang]");
    const asked = this.getAttribute("locale") || (near && near.lang) || DEFAULT;
    const locale = localeFor(asked);
    if (!locale && this._warned !== asked) {
      this._warned = asked;
      console.warn(`loan-checkup: no locale "${asked}", instead: ${DEFAULT}`);
    }
    return locale || DEFAULT;
  }

  /** Shows the ready screens, and loads at once or when the element is near. */
  _start(isUrgent) {
    this._stop();
    const run = (this._phase = {}); // what belongs to an earlier run is recognised by it
    run.style = dress(this.shadowRoot).catch(() => {}); // it can be used without a look
    run.opened = this._showReady(run);
    if (isUrgent || !window.IntersectionObserver) return this._load(run);
    this._observer = new IntersectionObserver(
      (seen) => {
        for (const { isIntersecting } of seen) if (isIntersecting) this._load(run);
      },
      { rootMargin: NEAR },
    );
    this._observer.observe(this);
  }

  /** Shows the first of the ready screens, in the page's language and words; none where the page knows too much. */
  async _showReady(run) {
    const locale = this._locale;
    const { wording } = this._given;
    const turn = (run.turn = {}); // the last one counts
    run.shell = loadShell(locale).catch(() => null);
    if (wording) run.shell = loadTexts(run.shell, wording).catch(() => null);
    const [shell] = await Promise.all([run.shell, run.style]);
    const isCurrent = this._phase === run && run.turn === turn && !run.isFailed && !this._widget;
    if (!isCurrent || !shell || this._last || this._given.rulebook) return;
    if (run.ready) run.ready.close();
    empty(this._frame);
    const own = named(shell, namesOf(this));
    this._frame.appendChild(document.importNode(own.querySelector("[data-screen=question]").parentNode, true));
    this._progress.hush();
    run.ready = openReady(this._frame, own.getElementById("checkup-ready"), knownOf(this, this._given), {
      shown: ({ kind, screen, answered, remaining, outcome }) => this._progress.report(kind, screen, answered, remaining, outcome),
      retry: () => this._load(run),
    });
    if (run.ready) this._show(this._frame);
    else empty(this._frame);
  }

  /** One of the ready screens or the widget, the failure, and the page's own content. */
  _show(shown) {
    for (const each of [this._frame, this._failure, this._fallback]) each.hidden = each !== shown;
  }

  async _load(run) {
    if (this._observer) this._observer.disconnect();
    if (this._phase !== run || run.isLoading) return;
    run.isLoading = true;
    const seconds = Number(this.getAttribute("timeout")) || PATIENCE;
    run.patience = setTimeout(() => this._fail("timeout", "too slow", run), seconds * 1000);
    let code = "program";
    try {
      const locale = this._locale;
      const words = this._words(locale).catch((error) => {
        code = this._given.rulebook ? "rulebook" : "wording";
        throw error;
      });
      const keeping = this.hasAttribute("save") && this._openKeeping(run, locale, words);
      const [[copy, Crash], { text, sealed }] = await Promise.all([copyProgram(), words, run.style, keeping]);
      if (run.ready) await run.ready.still();
      if (this._phase !== run || run.isFailed || this._widget) return;
      clearTimeout(run.patience);
      code = "wording";
      const { answered, did, restore } = run.ready ? run.ready.handOver() : UNTOUCHED;
      if (!did) this._progress.hush();
      const host = {
        show: (...shown) => this._hear(run, shown),
        refuse: (answer) => this._complain("answers", `cannot use the answer "${answer}"`),
      };
      const settings = settingsOf(this, this._given);
      const kept = this._last || (run.keeping && run.keeping.begin(answered));
      const all = settings + keptAnswers(kept) + did;
      this._widget = copy.mount(this._frame, text, all, sealed, host);
      if (run.ready) run.ready.close();
      run.told = locale + settings;
      watch(this, Crash, (error) => this._fail("crash", error));
      Promise.resolve().then(restore);
      this._show(this._frame);
      this._change();
    } catch (error) {
      this._fail(code, error, run);
    }
  }

  /** What keeps answers, where the page has set `save`; without it the checkup runs all the same. */
  async _openKeeping(run, locale, words) {
    try {
      const { open } = await loadKeeping();
      const keeping = await open(this, locale, words, loadMarkup);
      if (this._phase === run && !run.isFailed) run.keeping = keeping;
      else keeping.end();
    } catch (error) {
      this._complain("save", error);
    }
  }

  /** The wording of a locale, and the page's own rulebook where it has one. */
  async _words(locale) {
    const { rulebook } = this._given;
    if (!rulebook) return { text: await loadWording(locale), sealed: new Uint8Array() };
    const { default: init, seal } = await import(`${FOLDER}../engine/loan-checkup-engine.js`);
    await init();
    return seal(rulebook, locale);
  }

  /** Takes over what was set since; several changes at once are one. */
  _change() {
    const run = this._phase;
    if (run && !this._widget && !(run.ready && run.ready.isTouched())) run.opened = this._showReady(run);
    if (!this._widget || this._isChanging) return;
    this._isChanging = true;
    Promise.resolve().then(async () => {
      const run = this._phase;
      this._isChanging = false;
      if (!this._widget) return;
      const locale = this._locale;
      const settings = settingsOf(this, this._given);
      if (run.told === locale + settings) return;
      try {
        const { text } = await this._words(locale);
        if (this._phase !== run || !this._widget) return;
        this._progress.hush();
        this._widget.update(text, settings);
        run.told = locale + settings;
      } catch (error) {
        this._fail("wording", error, run);
      }
    });
  }

  /** Hears what the widget shows and tells the page, once it stands there. */
  _hear(run, shown) {
    Promise.resolve().then(() => {
      if (this._phase !== run || !this._widget) return;
      this._last = this.answers;
      if (run.keeping) run.keeping.follow(shown[0], () => this._last);
      this._progress.report(...shown);
    });
  }

  _tell(name, detail) {
    Object.assign(detail, { apiVersion: API_VERSION });
    this.dispatchEvent(new CustomEvent(`checkup-${name}`, { bubbles: true, composed: true, detail }));
  }

  _complain(code, error) {
    console.error(`loan-checkup: ${code}:`, error);
    this._tell("error", { code });
  }

  /** Whether the page has put content of its own into the element. */
  _isFilled() {
    return this._fallback.assignedNodes().some((node) => node.nodeType === 1 || !!node.data.trim());
  }

  /**
   * The page's own content instead of the widget, or a screen that says so, with a way on. Who is at the ready screens
   * goes on there as far as they lead.
   */
  async _fail(code, error, run = this._phase) {
    if (!run) return;
    if (code !== "timeout") await run.opened;
    if (this._phase !== run || run.isFailed) return;
    if (run.ready && !this._widget && (run.ready.isTouched() || !this._isFilled())) {
      clearTimeout(run.patience);
      run.isLoading = false;
      this._complain(code, error);
      run.ready.fail();
      return;
    }
    this._stop();
    this._phase = run;
    run.isFailed = true;
    this._complain(code, error);
    const shell = !this._isFilled() && (await run.shell);
    if (!shell || this._phase !== run) return;
    const screen = named(shell, namesOf(this)).querySelector("[data-screen=failure]").parentNode;
    this._failure.appendChild(document.importNode(screen, true));
    this._show(this._failure);
  }

  /** Releases everything but what the page has set and what was answered last. */
  _stop() {
    const run = this._phase;
    if (run) clearTimeout(run.patience);
    if (run && run.ready) run.ready.close();
    if (run && run.keeping) run.keeping.end();
    if (this._observer) this._observer.disconnect();
    const widget = this._widget;
    this._phase = this._observer = this._widget = undefined;
    watch(this);
    try {
      if (widget) widget.destroy();
    } catch (error) {
      // A crashed program cannot tidy up; it goes as a whole.
    }
    for (const each of [this._frame, this._failure]) empty(each);
    this._show(this._fallback);
  }
}

if (!customElements.get("loan-checkup")) customElements.define("loan-checkup", LoanCheckup);
