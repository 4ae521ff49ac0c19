import type { Article, Passage } from "./article.ts";
import type { AskedWord } from "./words/asked-words.ts";

/** A passage and the terms it is found by. */
export interface IndexedPassage extends Passage {
  /** Of the article's title and the passage's heading: they say best what it is about. */
  titleTerms: string[];
  bodyTerms: string[];
}

export interface FoundPassage extends IndexedPassage {
  articleId: string;
  position: number;
  kind: Article["kind"];
  title: string;
  url: string | undefined;
}

export interface Finding {
  /** Those in which at least one of the words stands, the best first, as the database sees it. */
  passages: FoundPassage[];
  /** In how many passages each of the words stands, in the order they were asked for. */
  spread: number[];
  /** How many passages there are. */
  total: number;
}

/** Where the knowledge is kept and searched. */
export interface KnowledgeStore {
  /** The latest changed on top; of long texts the beginning only. */
  list(): Promise<Article[]>;
  find(id: string): Promise<Article | undefined>;
  /** Pages that wait to be fetched. */
  waiting(): Promise<Article[]>;
  /** Adds the article, or puts it in the place of the one with its id, with all its passages. */
  save(article: Article, passages: IndexedPassage[]): Promise<void>;
  /** Changes what is known of a page's fetching, and nothing else. Returns false when it is gone. */
  mark(id: string, change: Pick<Article, "state" | "problem">): Promise<boolean>;
  /** Returns false when it was gone already. */
  remove(id: string): Promise<boolean>;
  /** Whether there is anything that could be found on a site. */
  isEmpty(siteKey: string): Promise<boolean>;
  search(words: AskedWord[], siteKey: string, limit: number): Promise<Finding>;
}

/** Something to be learned, until somebody of the team decides. */
export interface Proposal {
  id: string;
  /** A question and its answer, or a phrase that hands visitors to people. */
  kind: "answer" | "trigger";
  /** What it came from: nothing is proposed twice from the same. */
  origin: string;
  /** Where it was learned; of a phrase, the last time. */
  conversationId: string;
  siteKey: string;
  /** The question, or the phrase. */
  question: string;
  /** Empty for a phrase. */
  answer: string;
  state: "open" | "approved" | "rejected";
  /** The name of who decided. */
  decidedBy: string | undefined;
  decidedAt: number | undefined;
  at: number;
}

export interface Verdict {
  state: "approved" | "rejected";
  by: string;
  at: number;
  /** As it was approved: somebody may have found better words. */
  question: string;
  answer: string;
}

export interface ProposalStore {
  /** Returns false when the same was proposed before, whatever became of it. */
  add(proposal: Proposal): Promise<boolean>;
  find(id: string): Promise<Proposal | undefined>;
  findByOrigin(kind: Proposal["kind"], origin: string): Promise<Proposal | undefined>;
  /** The oldest first. */
  open(): Promise<Proposal[]>;
  /** Only the first who decides does; returns false for all others. With an article, that is kept in the same step. */
  decide(
    id: string,
    verdict: Verdict,
    article?: { article: Article; passages: IndexedPassage[] },
  ): Promise<boolean>;
  /** Takes a decision back that could not be carried out. */
  reopen(id: string): Promise<void>;
  /** Counts a phrase once for each visitor; returns how many different visitors have written it. */
  count(phrase: string, visitorId: string, at: number): Promise<number>;
}
