/**
 * The reasoning of loan-checkup without any screen, for browsers and for Node.
 *
 * Everything goes by id; the knowledge folder says what the ids stand for. Field names are those of
 * `loan-checkup explain --json`. Decimals are texts, so that they are exact.
 */

/** A weight or a sum of weights as a text, exact: "4.5" or "-12". */
export type Decibans = string;

/** A day such as "2026-11-21", years 2000 to 2199. */
export type Day = string;

/** What a result is about: only a warning and whom to call, one to four reasons, or safe general steps. */
export type Outcome = "stop-scam" | "findings" | "not-enough-known";

/** How much speaks for a reason, in a word; "settled" is a hard fact. */
export type Strength = "weak" | "moderate" | "strong" | "settled";

/** How firm a result is: what the open questions could still change, from the first reason to nothing. */
export type Grade = "open" | "steady" | "first-settled" | "settled";

/** Why a cause is not shown. */
export type WhyNot =
  | "out-of-question"
  | "ruled-out"
  | "speaks-against"
  | "nothing-for-it"
  | "not-asked"
  | "too-little"
  | "behind";

/** Who does a step; "time" is waiting. */
export type Who = "borrower" | "bank" | "platform" | "lender" | "police" | "time";

/** The first question's options, as shipped. */
export type Symptom =
  | "one-yuan-cap"
  | "application-refused"
  | "payout-failed"
  | "money-not-arrived"
  | "limit-gone"
  | "still-in-review";

/** The screens as shipped. */
export type Screen =
  | "symptom"
  | "warning-signs"
  | "sign-taken-back"
  | "page-message"
  | "one-yuan-meaning"
  | "number-and-account"
  | "loans-and-overdue"
  | "number-and-device-list"
  | "identity-list"
  | "check-list"
  | "applications"
  | "receiving-card"
  | "tried-again"
  | "when"
  | "lender-shown"
  | "limit-use"
  | "account-list"
  | "person-list"
  | "scene-list"
  | "repayment-list"
  | "burden"
  | "limit-amounts";

/** What was said to a row of the closing list. */
export interface ClosingAnswer {
  question: string;
  answer: string;
  /** Whether the row was ticked; left out where the borrower does not know. */
  holds?: boolean | null;
}

/**
 * What a borrower said so far, by question.
 *
 * One option or "unsure" is a text, several are a list. Amounts are texts as people type them, under the names of
 * their fields. What is not there is open. The answers to the closing list go together under its name.
 */
export interface Answers {
  symptom?: Symptom | "unsure";
  "closing-list"?: readonly ClosingAnswer[];
  [question: string]: string | readonly string[] | readonly ClosingAnswer[] | undefined;
}

/** An option of a question. */
export interface Fact {
  question: string;
  answer: string;
}

/** One answer's pull on one cause. */
export interface Evidence extends Fact {
  weight: Decibans;
  /** Of the cause itself, of every cause that has no weight of its own there, or of a clean answer. */
  kind: "own" | "general" | "clean";
}

/** What a cap took away from a sum. */
export interface Cap {
  /** A group of questions, or "clean". */
  group: string;
  weight: Decibans;
}

/** A reason; `prior`, `evidence` and `capped` together are its `support`. */
export interface Finding {
  cause: string;
  strength: Strength;
  support: Decibans;
  prior: Decibans | null;
  /** Causes that are folded into it. */
  also: string[];
  "ties-with-previous": boolean;
  "settled-by": Fact | null;
  "contradicted-by": Fact | null;
  evidence: Evidence[];
  capped: Cap[];
}

/** One thing to do. */
export interface Step {
  remedy: string;
  /** The reasons that it is for. */
  for: string[];
  who: Who;
  minutes: number;
  "wait-days": number;
  /** Whether it can leave a trace in a credit report. */
  "touches-credit": boolean;
}

/** A cause that is not shown. */
export interface NotShown {
  cause: string;
  support: Decibans;
  reason: WhyNot;
  "ruled-out-by": Fact | null;
  against: Evidence[];
}

/** The smallest change that the borrower can bring about and that changes the first reason. */
export interface WhatIf {
  changes: { question: string; from: string; to: string }[];
  /** The first reason then; null where nothing would be shown any more. */
  first: string | null;
}

/** A diagnosis with its whole trace, as `loan-checkup explain --json` prints it. */
export interface Diagnosis {
  outcome: Outcome;
  /** The reasons, the best first. */
  findings: Finding[];
  plan: Step[];
  "not-shown": NotShown[];
  grade: Grade;
  /** The open questions of which a single option would change the first reason. */
  "changes-first": string[];
  /** Those of which a single option would change another reason. */
  "changes-rest": string[];
  "what-if": WhatIf | null;
  "open-questions": string[];
  /** For each open question the causes that it tells apart, the likeliest first. */
  "tells-apart": Record<string, string[]>;
  "next-screen": Screen | "closing-list" | null;
  "closing-list": Fact[];
  rulebook: { version: string; hash: string };
}

/** A question with one answer. */
export interface OneQuestion {
  id: string;
  kind: "one";
  /** Those offered under the symptom, and "unsure" at the end. */
  options: string[];
  alone?: undefined;
  fields?: undefined;
}

/** A question with any number of answers. */
export interface ManyQuestion {
  id: string;
  kind: "many";
  /** Those offered under the symptom, and "unsure" at the end, which goes with none of the others. */
  options: string[];
  /** The option that goes with none of the others. */
  alone?: string;
  fields?: undefined;
}

/** A question with two amounts of yuan, each an answer by the name of its field. */
export interface AmountsQuestion {
  id: string;
  kind: "amounts";
  /** What may be answered by the question's own id instead. */
  options: ["unsure"];
  alone?: undefined;
  fields: [string, string];
}

export type Question = OneQuestion | ManyQuestion | AmountsQuestion;

/** A check box: what a tick says, and what is said where no row of the question is ticked. */
export interface Row extends Fact {
  otherwise: string;
}

/** A screen of questions. */
export interface QuestionScreen {
  screen: Screen;
  /** Those without an answer, in order. */
  questions: Question[];
  /** The same questions as check boxes, where the screen is a list of facts. */
  rows?: Row[];
  closing?: undefined;
  /** About how many screens are still to come, this one included. */
  remaining: number;
}

/**
 * The closing list: facts that could still change the first reason or add one.
 *
 * Answer it with `{ "closing-list": closing.map((row) => ({ ...row, holds: isTicked(row) })) }`: an empty row says
 * "not this one" and nothing else.
 */
export interface ClosingScreen {
  screen: "closing-list";
  questions: [];
  rows?: undefined;
  closing: Fact[];
  remaining: number;
}

/** What is asked next. */
export type NextScreen = QuestionScreen | ClosingScreen;

/** The texts of a knowledge folder by their path in it, as in `causes/new-account.toml`. */
export type Files = Record<string, string>;

/** Another rulebook, checked and packed for the element of the same build. */
export interface Sealed {
  sealed: Uint8Array;
  /** The packed wording of the locale. */
  text: string;
}

/** Something wrong, or worth a look, in a knowledge folder. */
export interface Problem {
  /** Stable, as in "unknown-id". */
  code: string;
  severity: "error" | "warning";
  /** File and line, as in "groups.toml:12". */
  place: string;
  message: string;
  /** What may have been meant. */
  suggestion: string | null;
  /** What to do about it. */
  hint: string;
}

/** What `seal` throws where a folder has an error; the message lists all problems. */
export interface ProblemsError extends Error {
  problems: Problem[];
}

/**
 * Loads the program, once: every call gives the same promise, and after a failure another call tries again.
 *
 * The program is read from beside the script, in Node from the disk. A compiled module, its bytes, a URL, or in Node
 * a path, can be given instead.
 *
 * @throws where the program cannot be loaded, with its address
 */
export default function init(
  moduleOrPath?: WebAssembly.Module | ArrayBuffer | ArrayBufferView | URL | string,
): Promise<void>;

/**
 * Explains answers; without a day, today where the caller is.
 *
 * @throws Error that names every question, option, amount or day that cannot be used, with what may have been meant
 */
export function diagnose(answers: Answers, today?: Day): Diagnosis;

/**
 * What is asked next after these answers; null when nothing more is.
 *
 * @throws as `diagnose`
 */
export function nextQuestion(answers: Answers, today?: Day): NextScreen | null;

/**
 * Checks another rulebook as `loan-checkup check` does, and packs it with its wording of one locale.
 *
 * @throws ProblemsError where the folder has an error; Error where it has no wording of the locale
 */
export function seal(files: Files, locale: string): Sealed;

/** Which program and which rulebook this is; known before anything is loaded. */
export const version: Readonly<{ program: string; rulebook: string; hash: string }>;
