/** Pictures of the demonstration's projects, drawn here: nobody's photograph is needed. */
import sharp from 'sharp'

const tree = (x: number) =>
  `<rect x="${x - 8}" y="330" width="16" height="110" fill="#7a5a3a"/><circle cx="${x}" cy="290" r="72" fill="#3f8f4f"/>`
const bench = (x: number) =>
  `<path d="M${x} 430h120M${x + 14} 430v34M${x + 106} 430v34" stroke="#8a5a2b" stroke-width="14"/>`
const hoop = (x: number, way: number) =>
  `<path d="M${x} 470V170" stroke="#5d7083" stroke-width="12"/><rect x="${x - 8}" y="130" width="16" height="110" fill="#fff" stroke="#5d7083" stroke-width="5"/><path d="M${x + 8 * way} 220h${64 * way}" stroke="#d9730d" stroke-width="10"/>`

const scenes = {
  square: [1, 3, 5, 7].map((at) => tree(at * 100)).join('') + [180, 480].map(bench).join(''),
  court: `<path d="M60 500H740M400 500v40" stroke="#fff" stroke-width="8"/>${hoop(120, 1)}${hoop(680, -1)}<circle cx="420" cy="330" r="34" fill="#d9730d"/>`,
}

export async function drawn(scene: keyof typeof scenes) {
  const ground = scene === 'square' ? '#d9cbb0' : '#a4563c'
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600" fill="none"><rect width="800" height="440" fill="#bfe0f5"/><rect y="440" width="800" height="160" fill="${ground}"/>${scenes[scene]}</svg>`
  return { name: `${scene}.png`, bytes: new Uint8Array(await sharp(Buffer.from(picture)).png().toBuffer()) }
}
