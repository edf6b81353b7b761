// The tables of www/README.md and of its Chinese twin, made of the manifest.

const code = (text) => (text ? `\`${text}\`` : "");

/** The texts of a type such as `"one" | "two"`; another type as it is. */
const values = ({ text }) => text.split(" | ").map((value) => code(value.replace(/"/g, ""))).join(", ");

/** By the marker that stands above it: the entries, the heads of the columns in both languages, and their cells. */
const TABLES = {
  attributes: {
    of: ({ attributes }) => attributes,
    heads: ["attribute | values | default | what it does", "特性 | 取值 | 默认 | 作用"],
    cells: (each) => [code(each.name), values(each.type), code(each.default)],
  },
  properties: {
    of: ({ members }) => members.filter(({ kind }) => kind === "field"),
    heads: ["property | type | what it is", "属性 | 类型 | 内容"],
    cells: (each) => [code(each.name), code(`${each.readonly ? "readonly " : ""}${each.type.text}`)],
  },
  methods: {
    of: ({ members }) => members.filter(({ kind }) => kind === "method"),
    heads: ["method | what it does", "方法 | 作用"],
    cells: (each) => [code(`${each.name}()`)],
  },
  slots: {
    of: ({ slots }) => slots,
    heads: ["slot | what stands there", "插槽 | 放什么"],
    cells: (each, language) => [code(each.name) || ["(no name)", "（无名）"][language]],
  },
  events: {
    of: ({ events }) => events,
    heads: ["event | detail | what has happened", "事件 | detail | 发生了什么"],
    cells: (each) => [code(each.name), each.fields.map(code).join(" ")],
  },
  codes: {
    of: ({ errorCodes }) => errorCodes,
    heads: ["code | what is wrong", "code | 出了什么问题"],
    cells: (each) => [code(each.name)],
  },
  "custom properties": {
    of: ({ cssProperties }) => cssProperties,
    heads: ["custom property | default | in dark | what it is for", "自定义属性 | 默认 | 深色时 | 用在哪里"],
    cells: (each) => [code(each.name), code(each.default), code(each.dark)],
  },
  parts: {
    of: ({ cssParts }) => cssParts,
    heads: ["part | what it is", "part | 是什么"],
    cells: (each) => [code(each.name)],
  },
};

/** A page with its tables as the element is described; language 0 is English, 1 Chinese. */
export function withTables(page, element, language) {
  let text = page;
  for (const [marker, table] of Object.entries(TABLES)) {
    const place = new RegExp(`(<!-- ${marker} -->\n)[^]*?(<!-- end -->)`);
    if (!place.test(text)) throw new Error(`there is no table of ${marker}`);
    text = text.replace(place, (_, start, end) => `${start}\n${rows(table, element, language)}\n${end}`);
  }
  return text;
}

function rows({ of, heads, cells }, element, language) {
  const columns = heads[language].split(" | ").map(() => "---");
  const described = ({ description, descriptionZh }) => [description, descriptionZh][language];
  const lines = of(element).map((each) => {
    const row = [...cells(each, language), described(each)];
    return row.map((cell) => cell.replace(/\|/g, "\\|")).join(" | ");
  });
  return `${[`| ${heads[language]} |`, `|${columns.join("|")}|`, ...lines.map((line) => `| ${line} |`)].join("\n")}\n`;
}
