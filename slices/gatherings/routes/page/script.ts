/**
 * The only script of the page: it tells the times in the reader's own zone, where the server could
 * not know it. Without it the page shows the gathering's zone and says so.
 */
export const script = `(()=>{const d=document,h=d.querySelector('[data-zone]');if(!h)return;
const z=Intl.DateTimeFormat().resolvedOptions().timeZone,l=d.documentElement.lang==='en'?'en-GB':d.documentElement.lang;
const t=(x,o)=>new Date(x).toLocaleString(l,{...o,timeZone:z}),c={hour:'2-digit',minute:'2-digit',hourCycle:'h23'};
const g=h.querySelector('.yours time');if(!z||!g)return;
const w=o=>new Date(g.dateTime).toLocaleString(l,{timeZone:o});if(w(z)===w(h.dataset.zone))return;
const f=z.split('/').pop().replaceAll('_',' ');
for(const e of d.querySelectorAll('time[data-t]'))e.textContent=t(e.dateTime,c);
h.querySelector('.day').textContent=t(g.dateTime,{weekday:'long',day:'numeric',month:'long',year:'numeric'}).replace(/^(\\p{L}+),? /u,'$1 ');
h.querySelector('.yours span').textContent=h.dataset.yours.replace('{city}',f);
h.querySelector('.theirs').hidden=false;
const p=d.querySelector('[data-in]');if(p)p.textContent=p.dataset.in.replace('{city}',f)})()`
