// Types of www/element.js. tests/page/types.test.mjs holds them against what the element says.

/**
 * Answers by question: an option, several options where several can hold, or `unsure`; an amount in yuan by the name of
 * its field, as in `"monthly-income": "8000"`. Personal data.
 */
export interface Answers {
  [question: string]: string | string[];
}

/** Texts by key, as in `cause.new-account.title`. */
export interface Texts {
  [key: string]: string;
}

/** The texts of all knowledge files by path, as in `causes/new-account.toml`. */
export interface KnowledgeFiles {
  [path: string]: string;
}

/** What a result is about: signs of fraud, one to four reasons, or too little to name one. */
export type Outcome = "stop-scam" | "findings" | "not-enough-known";

/** How strongly the answers speak for a reason. */
export type Strength = "weak" | "moderate" | "strong" | "settled";

/** The kinds of screens that a borrower can come to. */
export type ScreenKind = "question" | "review" | "result" | "stop-scam";

/** What is wrong; except with `answers` and `save` the checkup cannot run. */
export type ErrorCode = "program" | "wording" | "rulebook" | "answers" | "save" | "timeout" | "crash";

/** A reason that is shown. */
export interface Finding {
  readonly cause: string;
  readonly strength: Strength;
  /** Causes that are folded into this reason, because one sets off the other. */
  readonly also: readonly string[];
}

/** A step to take. */
export interface Step {
  readonly remedy: string;
}

/** Which rules a diagnosis rests on. */
export interface RulebookVersion {
  readonly version: string;
  readonly hash: string;
}

/** What is shown as the result, by id. Personal data. */
export interface Diagnosis {
  readonly outcome: Outcome;
  /** The reasons in the order in which they are shown. */
  readonly findings: readonly Finding[];
  /** The steps in their order. */
  readonly plan: readonly Step[];
  readonly rulebook: RulebookVersion;
}

/** The versions of what an element is made of. */
export interface Version {
  /** Of attributes, properties, methods, events, slots, parts and custom properties. */
  readonly api: 1;
  /** Of the program. */
  readonly program: string;
  /** Of the shipped rules. */
  readonly rulebook: string;
  /** Of the shipped rules. */
  readonly hash: string;
}

/** Goes with `checkup-start`. */
export interface CheckupStart {
  readonly apiVersion: 1;
}

/** Goes with `checkup-step`. */
export interface CheckupStep {
  readonly kind: ScreenKind;
  /** The id of a question's screen; empty for other kinds. */
  readonly screen: string;
  /** How many questions have an answer. */
  readonly answered: number;
  /** About how many screens are to come. */
  readonly remaining: number;
  /** How many steps there were so far. */
  readonly screens: number;
  readonly apiVersion: 1;
}

/** Goes with `checkup-complete`. */
export interface CheckupComplete {
  readonly outcome: Outcome;
  /** How many questions have an answer. */
  readonly answered: number;
  /** How many steps there were so far. */
  readonly screens: number;
  readonly apiVersion: 1;
}

/** Goes with `checkup-error`. */
export interface CheckupError {
  readonly code: ErrorCode;
  readonly apiVersion: 1;
}

/** The events of `<loan-checkup>`; all bubble, out of shadow roots too. */
export interface LoanCheckupEventMap {
  "checkup-start": CustomEvent<CheckupStart>;
  "checkup-step": CustomEvent<CheckupStep>;
  "checkup-complete": CustomEvent<CheckupComplete>;
  "checkup-error": CustomEvent<CheckupError>;
}

/** The element `<loan-checkup>`. */
export class LoanCheckup extends HTMLElement {
  /** The answers so far: personal data. What is set here is known and not asked. */
  get answers(): Answers;
  set answers(answers: Answers | null);
  /** The page's own texts in place of the shipped ones: plain text, never markup. */
  get wording(): Texts | null;
  set wording(wording: Texts | null);
  /** Another rulebook; setting it begins afresh. */
  get rulebook(): KnowledgeFiles | null;
  set rulebook(rulebook: KnowledgeFiles | null);
  /** What is shown as the result, else `null`: personal data. */
  readonly diagnosis: Diagnosis | null;
  /** The versions of what the element is made of. */
  readonly version: Version;

  /** Begins afresh, from what the page has set; after a failure, tries again. */
  reset(): void;
  /** Moves the focus to the heading of what is shown. */
  focus(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "loan-checkup": LoanCheckup;
  }
  interface HTMLElementEventMap extends LoanCheckupEventMap {}
  interface DocumentEventMap extends LoanCheckupEventMap {}
  interface WindowEventMap extends LoanCheckupEventMap {}
}
