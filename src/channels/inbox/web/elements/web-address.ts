/** A web address in running text, without the punctuation that belongs to the sentence around it. */
export function addressAt(text: string): string | undefined {
  const found = /^https?:\/\/[^\s<>"\\]{1,2000}/i.exec(text)?.[0];
  const url = found && withoutTail(found);
  return url && URL.canParse(url) ? url : undefined;
}

/** "(see https://a.b/c)." ends before the bracket, https://a.b/c_(d) with it. */
function withoutTail(url: string): string {
  let unopened = url.split(")").length - url.split("(").length;
  let end = url.length;
  for (; end > 0; end--) {
    const last = url.charAt(end - 1);
    if (!".,:;!?'*_~)]}".includes(last) || (last === ")" && unopened <= 0)) break;
    if (last === ")") unopened--;
  }
  return url.slice(0, end);
}
