import { loadLanguageDetector } from "./detect-language.ts";
const t=performance.now(); const m=process.memoryUsage().rss;
const d = await loadLanguageDetector();
console.log(performance.now()-t, (process.memoryUsage().rss-m)/1e6);
for (const s of ["Hello there, nice post!","Tack för ett bra inlägg, jag håller med","Jag tycker detta är en intressant fråga om sociala medier i offentlig sektor","Jeg synes dette er et veldig bra innlegg om sosiale medier i offentlig sektor","ok","안녕하세요 여러분 오늘은 날씨가 좋네요","你好，世界，这是一个博客，今天我们讨论一下社交媒体","this is a post about government 2.0 and social media in the public sector, which I like a lot","Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor", "hahaha LOL awesome pics dude thx for sharing man really cool"]) console.log(s.slice(0,40), d.detectPost(s), d.detectComment(s,"en"));
const long="Jag tycker detta är en intressant fråga om sociala medier i offentlig sektor. ".repeat(20);
let t2=performance.now(); for(let i=0;i<2000;i++) d.detectPost(long); console.log((performance.now()-t2)/2000,'ms each');
t2=performance.now(); for(let i=0;i<2000;i++) d.detectComment(long.slice(0,300),"sv"); console.log((performance.now()-t2)/2000,'ms each');
