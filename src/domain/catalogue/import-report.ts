import { reportEntriesMax } from "./model";
import type { RowNotice, RowProblem } from "./price-list/problems";

/** The rows of a file worth telling a person about: the first thousand of each sort, and how many there were. */
export type ImportReport = {
  readonly problems: readonly RowProblem[];
  readonly problemCount: number;
  readonly notices: readonly RowNotice[];
  readonly noticeCount: number;
};

/** Gathers a report while a file is read, without growing with the file. */
export class ReportCollector {
  readonly #problems: RowProblem[] = [];
  readonly #notices: RowNotice[] = [];
  #problemCount = 0;
  #noticeCount = 0;

  /** Adds what a batch of rows gave rise to. */
  add(problems: readonly RowProblem[], notices: readonly RowNotice[]): void {
    this.#problemCount += problems.length;
    this.#noticeCount += notices.length;
    this.#problems.push(...problems.slice(0, reportEntriesMax - this.#problems.length));
    this.#notices.push(...notices.slice(0, reportEntriesMax - this.#notices.length));
  }

  /** Whether nothing was refused so far. */
  get isClean(): boolean {
    return this.#problemCount === 0;
  }

  /** The report so far. */
  get report(): ImportReport {
    return {
      problems: this.#problems,
      problemCount: this.#problemCount,
      notices: this.#notices,
      noticeCount: this.#noticeCount,
    };
  }
}
