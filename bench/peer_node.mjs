// Runs one JavaScript program on request, as peer_python.py does for those in Python.
// Every program is used at its best: what may be kept between letters is kept.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import readline from "node:readline";

const openers = {
  async docxtemplater(template) {
    const { default: PizZip } = await import("pizzip");
    const { default: Docxtemplater } = await import("docxtemplater");
    // A document is rendered once: its API wants a new one, from a new zip, for every letter.
    return (values) => {
      const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
      document.render(values);
      return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
    };
  },
  async "easy-template-x"(template) {
    const { TemplateHandler } = await import("easy-template-x");
    const handler = new TemplateHandler();
    return (values) => handler.process(template, { ...values, role_given: Boolean(values.role) });
  },
  async "docx-templates"(template) {
    const { createReport } = await import("docx-templates");
    return (values) => createReport({ template, data: values, noSandbox: true, processLineBreaks: false });
  },
  async carbone(template, file) {
    const { default: carbone } = await import("carbone");
    return (values) =>
      new Promise((resolve, reject) =>
        carbone.render(file, values, (error, result) => (error ? reject(error) : resolve(result))),
      );
  },
};

const [name, folder] = process.argv.slice(2);
const file = path.join(folder, `${name}.docx`);
const letters = JSON.parse(fs.readFileSync(path.join(folder, "letters.json"), "utf8"));
const render = await openers[name](fs.readFileSync(file), file);
const say = (answer) => process.stdout.write(JSON.stringify(answer) + os.EOL);

fs.mkdirSync(path.join(folder, name), { recursive: true });
for (let number = 0; number < 4; number += 1) {
  fs.writeFileSync(path.join(folder, name, `${number}.docx`), await render(letters[number]));
}
say({ ready: true });
for await (const line of readline.createInterface({ input: process.stdin })) {
  const count = Number(line.split(" ")[1]);
  const start = process.hrtime.bigint();
  for (let number = 0; number < count; number += 1) await render(letters[number % letters.length]);
  say({ seconds: Number(process.hrtime.bigint() - start) / 1e9 });
}
say({ peak: process.resourceUsage().maxRSS * 1024 });
