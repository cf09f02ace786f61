/** In the place of what only node has. */
export default null
