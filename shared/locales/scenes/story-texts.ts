import type { MilestoneKind } from "../../session/milestones.ts";

/**
 * A short sentence for each milestone: ten words at most, for the back row. {name}: whose synapse it is; {percent}: of
 * the class.
 */
export type StoryTexts = Readonly<Record<MilestoneKind, string>>;
