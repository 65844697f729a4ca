import { PNG_SCALE, saveCanvas } from "../../ui/save-picture.ts";
import { axisOf, type DotChartProps } from "./dot-chart.tsx";

const WIDTH = 860;
const LABELS = 250;
const LINE = 30;
const TOP = 84;
const RIGHT = 40;
/** Dark on white, for paper; told apart by shape as well. */
const COLOURS = ["#0269a4", "#843200"] as const;

/** Saves a dot chart as a picture: title, a line for each phase, both classes' marks, the axis, and who is who. */
export function saveDots(name: string, chart: DotChartProps, classes: readonly [string, string]): Promise<void> {
  const canvas = document.createElement("canvas");
  const height = TOP + LINE * chart.lines.length + 50;
  canvas.width = PNG_SCALE * WIDTH;
  canvas.height = PNG_SCALE * height;
  const pen = canvas.getContext("2d")!;
  pen.scale(PNG_SCALE, PNG_SCALE);
  pen.fillStyle = "#ffffff";
  pen.fillRect(0, 0, WIDTH, height);
  pen.textBaseline = "middle";
  drawHead(pen, chart.title, classes);
  drawLines(pen, chart);
  return saveCanvas(name, canvas);
}

function drawHead(pen: CanvasRenderingContext2D, title: string, classes: readonly [string, string]): void {
  pen.fillStyle = "#222222";
  pen.font = "bold 16px sans-serif";
  pen.fillText(title, 20, 22, WIDTH - 40);
  pen.font = "13px sans-serif";
  classes.forEach((name, side) => {
    mark(pen, side, 28, 44 + 20 * side);
    pen.fillStyle = "#222222";
    pen.fillText(name, 44, 44 + 20 * side, WIDTH - 64);
  });
}

function drawLines(pen: CanvasRenderingContext2D, chart: DotChartProps): void {
  const { low, high } = axisOf(chart);
  const at = (value: number): number => LABELS + ((WIDTH - LABELS - RIGHT) * (value - low)) / (high - low);
  const bottom = TOP + LINE * chart.lines.length;
  pen.strokeStyle = "#777777";
  pen.setLineDash([6, 4]);
  stroke(pen, at(chart.base), TOP, at(chart.base), bottom);
  pen.setLineDash([]);
  chart.lines.forEach(({ label, values: [one, other] }, i) => {
    const y = TOP + LINE * (i + 0.5);
    pen.fillStyle = "#222222";
    pen.textAlign = "right";
    pen.fillText(label, LABELS - 16, y, LABELS - 30);
    pen.strokeStyle = "#cccccc";
    stroke(pen, at(low), y, at(high), y);
    pen.strokeStyle = "#555555";
    if (one !== undefined && other !== undefined) stroke(pen, at(one), y, at(other), y);
    if (one !== undefined) mark(pen, 0, at(one), y);
    if (other !== undefined) mark(pen, 1, at(other), y);
  });
  pen.fillStyle = "#222222";
  pen.textAlign = "center";
  for (const value of new Set([low, chart.base, high])) pen.fillText(String(value), at(value), bottom + 18);
}

function stroke(pen: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}

/** A circle for the first class, a diamond for the second. */
function mark(pen: CanvasRenderingContext2D, side: number, x: number, y: number): void {
  pen.beginPath();
  if (side === 0) pen.arc(x, y, 7, 0, 2 * Math.PI);
  else
    for (const [dx, dy] of [
      [0, -8.5],
      [8.5, 0],
      [0, 8.5],
      [-8.5, 0],
    ] as const)
      pen.lineTo(x + dx, y + dy);
  pen.fillStyle = COLOURS[side]!;
  pen.fill();
}
