/** The territory as a picture that a form can show and be tapped on; numbers are those of the projects. */
import { groundOf } from '#app/domain/budgets/place-project.server'
import { found } from '#app/domain/refusal'
import { alone } from '#app/web/page.server'

export const loader = alone(async ({ actor, param }) => {
  const { width, height, border, points } = found(await groundOf(actor, param('budgetId')))
  const drawn = points.map(
    ({ number, x, y }) =>
      `<circle cx="${x}" cy="${y}" r="18" fill="#06c"/><text x="${x}" y="${y}" dy="7" text-anchor="middle">${number}</text>`,
  )
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="100%" height="100%" fill="#e8edf2"/>
${border ? `<path d="${border}" fill="#fff" stroke="#5d7083" stroke-width="2"/>` : ''}
<g fill="#fff" font-family="sans-serif" font-weight="700" font-size="20">${drawn.join('')}</g>
</svg>`
  return new Response(picture, { headers: { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'private, no-cache' } })
})
