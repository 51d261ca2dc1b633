// For d3-scale: between two numbers. The original tries colours, dates and texts as well.
export {
  interpolateNumber as interpolate,
  interpolateNumber,
  interpolateRound,
} from 'd3-interpolate';
