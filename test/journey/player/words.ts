// How days, amounts and lines look in the timeline of a story.

const lineMax = 110;

/** A line of the timeline, broken at words where it is too long. */
export function wrapped(text: string, indent: string, hanging: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(/\s+/)) {
    const isEmpty = line.trim() === '' || line.endsWith('- ');
    const longer = isEmpty ? `${line}${word}` : `${line} ${word}`;
    if (longer.length > lineMax && !isEmpty) {
      lines.push(line);
      line = `${hanging}${word}`;
    } else line = longer;
  }
  return [...lines, line];
}

export function dayOf(date: string): string {
  const at = new Date(`${date}T12:00:00Z`);
  return at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}

export function momentOf(instant: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(instant));
}

/** A name of the service, such as `write-support-plan`, in words. */
export function inWords(name: string): string {
  return name.replaceAll('-', ' ');
}

export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
