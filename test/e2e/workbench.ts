import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { root } from './demo.js';

const screenshots = join(root, 'out/screenshots');

/** What is on the screen: each visible line's text, and whether something in it is underlined. */
export interface ScreenLine {
  readonly text: string;
  readonly squiggled: boolean;
}

/** Opens VS Code with one file of the demo workspace in the editor. */
export async function openFile(page: Page, demoUrl: string, path: string): Promise<void> {
  const url = new URL(demoUrl);
  url.searchParams.set(
    'payload',
    JSON.stringify([
      ['openFile', `vscode-test-web://mount/${path}`],
      ['skipWelcome', 'true'],
    ]),
  );
  await page.goto(url.href);
  await editor(page).locator('.view-line').first().waitFor();
}

/** Opens a second file from the explorer. A double click, because a single one opens a preview without focus. */
export async function openFromExplorer(page: Page, name: string): Promise<void> {
  await page.getByRole('treeitem', { name }).first().dblclick();
  await page.getByRole('tab', { name, selected: true }).waitFor();
}

export function editor(page: Page): Locator {
  return page.locator('.editor-instance .monaco-editor').first();
}

/** The visible lines from top to bottom; the order in the page is another one. */
export async function readLines(page: Page): Promise<ScreenLine[]> {
  return editor(page).evaluate(node => {
    const top = (element: Element): number => Number.parseFloat((element as HTMLElement).style.top);
    const squiggles = [...node.querySelectorAll('.view-overlays > div')].filter(
      overlay => overlay.querySelector('[class*=squiggly-]') !== null,
    );
    const squiggledTops = new Set(squiggles.map(top));
    return [...node.querySelectorAll('.view-line')]
      .sort((a, b) => top(a) - top(b))
      .map(line => ({ text: line.textContent.replaceAll('\u00a0', ' '), squiggled: squiggledTops.has(top(line)) }));
  });
}

/** Waits until the line with this text (blanks around it aside) is on the screen and is underlined, or is not. */
export async function waitForLine(page: Page, text: string, expected: 'squiggled' | 'clean'): Promise<void> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const lines = await readLines(page);
    const line = lines.find(candidate => candidate.text.trim() === text);
    if (line?.squiggled === (expected === 'squiggled')) return;
    if (Date.now() > deadline)
      throw new Error(
        `The line "${text}" did not become ${expected}:\n${lines.map(each => `${each.squiggled ? '~' : ' '} ${each.text}`).join('\n')}`,
      );
    await page.waitForTimeout(50);
  }
}

/** Moves the mouse over a word and gives what the hover says. */
export async function hoverWord(page: Page, word: string): Promise<string> {
  await editor(page).locator('.view-line span span', { hasText: word }).first().hover();
  const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents');
  await hover.first().waitFor();
  return (await hover.allTextContents()).join('\n');
}

/** Puts the cursor at the end of the line and presses Ctrl+. until the menu is there. */
export async function openQuickFixes(page: Page, line: string): Promise<void> {
  await editor(page)
    .locator('.view-line')
    .filter({ hasText: line.replaceAll(' ', '\u00a0') })
    .first()
    .click();
  await page.keyboard.press('End');
  await page.keyboard.press('Control+.');
  await quickFixes(page).first().waitFor();
}

/** Goes to the action whose title matches and takes it; by keyboard, for the menu lets no scripted mouse through. */
export async function takeQuickFix(page: Page, title: RegExp): Promise<void> {
  const focused = quickFixes(page).and(page.locator('.focused'));
  for (let remaining = await quickFixes(page).count(); remaining > 0; remaining--) {
    if (title.test(await focused.innerText())) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`No quick fix matches ${String(title)}: ${(await quickFixes(page).allInnerTexts()).join(' | ')}`);
}

function quickFixes(page: Page): Locator {
  return page.locator('.action-widget .monaco-list-row.action');
}

/** Opens the Problems view and gives the names of the files in it. */
export async function readFilesWithProblems(page: Page): Promise<string[]> {
  await page.keyboard.press('Control+Shift+M');
  const files = page.locator('.markers-panel .resource-label-container, .markers-panel .monaco-icon-label.file-icon');
  await files.first().waitFor();
  return files.locator('.label-name').allTextContents();
}

export async function takeScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name.replaceAll(/[^\w.-]+/g, '-')}.png`) });
}
