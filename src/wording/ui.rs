//! The page's own texts, by name.

/// A text of the page itself: its place in [`ALL`].
///
/// # Design
///
/// A place and not the name, because a name is twice as long at each of the hundred places where a text is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UiKey(u8);

impl UiKey {
    /// Its key in the catalogue.
    #[must_use]
    pub fn name(self) -> &'static str {
        ALL[usize::from(self.0)].name
    }
}

/// What a text of the page itself must be like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UiText {
    /// Its key in the catalogue.
    pub name: &'static str,
    /// The placeholders that it must have, besides the host's names, which any text may have.
    pub values: &'static [&'static str],
    /// Whether it stands in ready markup only, which is made at build time.
    pub is_static: bool,
}

macro_rules! ui_keys {
    ($($name:ident = $key:literal [$($value:literal),*] $($is_static:ident)?;)*) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u8)]
        enum UiPlace { $($name),* }

        $(
            #[doc = concat!("`ui.", $key, "`")]
            pub const $name: UiKey = UiKey(UiPlace::$name as u8);
        )*

        /// Every text of the page itself.
        pub static ALL: &[UiText] = &[$(UiText {
            name: name(concat!("ui.", $key), !<[&str]>::is_empty(&[$(stringify!($is_static))?])),
            values: &[$($value),*],
            is_static: !<[&str]>::is_empty(&[$(stringify!($is_static))?]),
        }),*];
    };
}

/// Ready markup is made natively: the borrower's program does without the names of what stands there only.
const fn name(name: &'static str, is_static: bool) -> &'static str {
    if is_static && cfg!(all(target_arch = "wasm32", not(feature = "knowledge"))) {
        ""
    } else {
        name
    }
}

ui_keys! {
    PAGE_TITLE = "page.title" [] at_build_time;
    PAGE_NAME = "page.name" [];
    PAGE_PRIVACY = "page.privacy" [];
    PAGE_DESCRIPTION = "page.description" [] at_build_time;
    PAGE_NEWER = "page.newer" [] at_build_time;
    PAGE_USE_NEWER = "page.use-newer" [] at_build_time;
    BUTTON_NEXT = "button.next" [];
    BUTTON_BACK = "button.back" [];
    BUTTON_FINISH = "button.finish" [];
    BUTTON_RESTART = "button.restart" [];
    BUTTON_CHANGE = "button.change" [];
    BUTTON_REVIEW = "button.review" [];
    BUTTON_CONTINUE = "button.continue" [];
    BUTTON_PRINT = "button.print" [];
    BUTTON_CALL = "button.call" ["number"];
    BUTTON_TAPPED_BY_MISTAKE = "button.tapped-by-mistake" [];
    ANSWER_UNSURE = "answer.unsure" [];
    ANSWER_UNSURE_LIST = "answer.unsure-list" [];
    ANSWER_SKIPPED = "answer.skipped" [];
    ANSWER_MISSING = "answer.missing" [];
    ANSWER_MANY_HINT = "answer.many-hint" [];
    ANSWER_AND = "answer.and" [];
    ANSWER_COMMA = "answer.comma" [];
    ANSWER_DENIED = "answer.denied" ["answers"];
    ANSWER_YUAN = "answer.yuan" [];
    NUMBER_GROUP = "number.group" [];
    NUMBER_MONEY = "number.money" ["amount"];
    DATE_DAY = "date.day" ["year", "month", "day"];
    DATE_MONTH = "date.month" ["year", "month"];
    DATE_MONTHS = "date.months" [];
    AMOUNT_UNREADABLE = "amount.unreadable" [];
    AMOUNT_NEGATIVE = "amount.negative" [];
    AMOUNT_TOO_LARGE = "amount.too-large" [];
    QUESTION_WHY = "question.why" [];
    QUESTION_TELLS = "question.tells" ["causes"];
    CLOSING_TITLE = "closing.title" [];
    CLOSING_HINT = "closing.hint" [];
    CLOSING_FURTHER = "closing.further" ["count"];
    PROGRESS_REMAINING = "progress.remaining" ["count"];
    PROGRESS_LAST = "progress.last" [];
    PROGRESS_LABEL = "progress.label" [];
    REVIEW_TITLE = "review.title" [];
    REVIEW_HINT = "review.hint" [];
    REVIEW_ASIDE = "review.aside" [];
    RESULT_ONLY_LENDER = "result.only-lender" [];
    RESULT_LIMIT_IS_NO_PROMISE = "result.limit-is-no-promise" [];
    RESULT_LIMIT_TITLE = "result.limit-title" [];
    RESULT_FIRST_STEP = "result.first-step" [];
    RESULT_REASONS = "result.reasons" [];
    RESULT_TIE = "result.tie" [];
    RESULT_ALSO = "result.also" ["causes"];
    RESULT_CHANGED = "result.changed" ["before", "after"];
    RESULT_CHANGED_NOT = "result.changed-not" [];
    RESULT_CHANGED_REST = "result.changed-rest" [];
    RESULT_NOTHING = "result.nothing" [];
    RESULT_CONTRADICTION = "result.contradiction" ["fact", "answer"];
    FINDING_MIND = "finding.mind" [];
    FINDING_AGAIN = "finding.again" [];
    FINDING_BECAUSE = "finding.because" [];
    FINDING_SETTLED_BY = "finding.settled-by" ["fact"];
    FINDING_STRENGTH = "finding.strength" ["strength"];
    BALANCE_FOR = "balance.for" [];
    BALANCE_AGAINST = "balance.against" [];
    BALANCE_PRIOR = "balance.prior" [];
    BALANCE_CAPPED = "balance.capped" [];
    BALANCE_SUM = "balance.sum" [];
    BALANCE_CLEAN = "balance.clean" ["count"];
    BALANCE_NOTE = "balance.note" [];
    PULL_STRONG = "pull.strong" [];
    PULL_SOME = "pull.some" [];
    PULL_LITTLE = "pull.little" [];
    EVIDENCE_LINE = "evidence.line" ["question", "answer"];
    STRENGTH_SETTLED = "strength.settled" [];
    STRENGTH_STRONG = "strength.strong" [];
    STRENGTH_MODERATE = "strength.moderate" [];
    STRENGTH_WEAK = "strength.weak" [];
    GRADE_SETTLED = "grade.settled" [];
    GRADE_FIRST_SETTLED = "grade.first-settled" [];
    GRADE_STEADY = "grade.steady" [];
    GRADE_OPEN = "grade.open" ["questions"];
    GRADE_REST = "grade.rest" ["questions"];
    GRADE_MORE = "grade.more" ["questions", "count"];
    PLAN_TITLE = "plan.title" [];
    PLAN_CAUTION = "plan.caution" [];
    STEP_CHECK = "step.check" [];
    STEP_AVOID = "step.avoid" [];
    STEP_WHO = "step.who" [];
    STEP_TIME = "step.time" [];
    TIME_MINUTES = "time.minutes" ["count"];
    TIME_HOURS = "time.hours" ["count"];
    TIME_DAYS = "time.days" ["count"];
    TIME_YUAN = "time.yuan" ["count"];
    WHO_BORROWER = "who.borrower" [];
    WHO_BANK = "who.bank" [];
    WHO_PLATFORM = "who.platform" [];
    WHO_LENDER = "who.lender" [];
    WHO_POLICE = "who.police" [];
    WHO_TIME = "who.time" [];
    WHY_NOT_TITLE = "why-not.title" [];
    WHY_NOT_OUT_OF_QUESTION = "why-not.out-of-question" [];
    WHY_NOT_RULED_OUT = "why-not.ruled-out" [];
    WHY_NOT_SPEAKS_AGAINST = "why-not.speaks-against" [];
    WHY_NOT_NOTHING_FOR_IT = "why-not.nothing-for-it" [];
    WHY_NOT_NOT_ASKED = "why-not.not-asked" [];
    WHY_NOT_TOO_LITTLE = "why-not.too-little" [];
    WHY_NOT_BEHIND = "why-not.behind" [];
    WHAT_IF_TITLE = "what-if.title" [];
    WHAT_IF_CHANGE = "what-if.change" ["question", "from", "to"];
    WHAT_IF_THEN = "what-if.then" ["changes", "cause"];
    WHAT_IF_NOTHING = "what-if.nothing" ["changes"];
    WHAT_IF_NOTE = "what-if.note" [];
    WHAT_IF_NONE = "what-if.none" [];
    UNKNOWN_TITLE = "unknown.title" [];
    SCAM_TAKEN_BACK = "scam.taken-back" [];
    UNKNOWN_BODY = "unknown.body" [];
    UNKNOWN_PLAN = "unknown.plan" [];
    UNKNOWN_SETTLED = "unknown.settled" [];
    UNKNOWN_FIRST_SETTLED = "unknown.first-settled" [];
    UNKNOWN_STEADY = "unknown.steady" [];
    UNKNOWN_OPEN = "unknown.open" ["questions"];
    SCAM_TITLE = "scam.title" [];
    SCAM_BODY = "scam.body" [];
    WAITING_TITLE = "waiting.title" [] at_build_time;
    WAITING_BODY = "waiting.body" [] at_build_time;
    WAITING_FAILED_TITLE = "waiting.failed-title" [] at_build_time;
    WAITING_FAILED_BODY = "waiting.failed-body" [] at_build_time;
    WAITING_RETRY = "waiting.retry" [] at_build_time;
    FAILURE_TITLE = "failure.title" [] at_build_time;
    FAILURE_BODY = "failure.body" [] at_build_time;
    FAILURE_SAFE = "failure.safe" [] at_build_time;
    FAILURE_RELOAD = "failure.reload" [] at_build_time;
    FAILURE_NO_SCRIPT = "failure.no-script" [] at_build_time;
    KEEPING_LABEL = "keeping.label" ["days"] at_build_time;
    KEEPING_HINT = "keeping.hint" [] at_build_time;
    KEEPING_WIPE = "keeping.wipe" [] at_build_time;
    KEEPING_WIPED = "keeping.wiped" [] at_build_time;
    KEEPING_REFUSED = "keeping.refused" [] at_build_time;
    KEEPING_RENEWED = "keeping.renewed" [] at_build_time;
    KEEPING_DAMAGED = "keeping.damaged" [] at_build_time;
    KEEPING_EXPIRED = "keeping.expired" ["days"] at_build_time;
    SOURCES_TITLE = "sources.title" [];
    SOURCES_LINE = "sources.line" ["publisher", "title", "date", "trust", "reviewed"];
    SOURCES_UNDATED = "sources.undated" [];
    SOURCES_RULEBOOK = "sources.rulebook" ["version"];
    TRUST_REGULATION = "trust.regulation" [];
    TRUST_OFFICIAL = "trust.official" [];
    TRUST_NEWS = "trust.news" [];
    TRUST_CORPUS = "trust.corpus" [];
    TRUST_ARTICLE = "trust.article" [];
    TRUST_JUDGEMENT = "trust.judgement" [];
}
