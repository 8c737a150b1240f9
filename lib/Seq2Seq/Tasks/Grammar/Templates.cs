namespace Seq2Seq.Tasks.Grammar;

/// <summary>The rules of the Chinese-English grammar; <see cref="SynchronousTemplate"/> tells how to read them.</summary>
internal static class Templates
{
    /// <summary>All rules, parsed.</summary>
    public static IReadOnlyList<SynchronousTemplate> All { get; } =
    [
        .. (Statements + Negations + Questions + States + Clauses)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(SynchronousTemplate.Parse),
    ];

    // A star and a digit before the slots is the rule's weight (2 where it is missing).
    private const string Statements =
        """
        *4 s=human f=list(habit) v=habitverb o=bare(v) | {s} {f} {v} {o} 。=. | {s} {v@s} {o} {f} .=.
        *3 s=human f=list(habit) v=action p=site(v) | {s} {f} {p:在} {v} 。=. | {s} {v@s} {p:at} {f} .=.
        *4 s=human a=list(often) v=habitverb o=bare(v) | {s} {a} {v} {o} 。=. | {s} {a} {v@s} {o} .=.
        *2 s=human a=list(often) v=action p=site(v) | {s} {a} {p:在} {v} 。=. | {s} {a} {v@s} {p:at} .=.
        *9 s=human t=past v=anyverb o=counted(v) | {s} {t} {v} 了~v {o} 。=. | {s} {v:past} {o} {t} .=.
        *5 s=human t=past v=placedverb p=site(v) o=counted(v) | {s} {t} {p:在} {v} 了~v {o} 。=. | {s} {v:past} {o} {p:at} {t} .=.
        *3 s=human v=anyverb o=definite(v) | {s} 已经=y {v} 了~v {o} 。=. | {s} have@s~v already=y {v:pp} {o} .=.
        *3 s=human t=past v=action p=site(v) | {s} {t} {p:在} {v} 。=. | {s} {v:past} {p:at} {t} .=.
        *5 s=human t=list(future) v=verb o=counted(v) | {s} {t} 要=w {v} {o} 。=. | {s} be@s~w going=w to=w {v:base} {o} {t} .=.
        *4 s=human t=list(future) v=verb o=counted(v) | {s} {t} 打算=w {v} {o} 。=. | {s} plan@s=w to~w {v:base} {o} {t} .=.
        *3 s=human t=list(future) v=verb o=definite(v) | {s} {t} 会=w {v} {o} 。=. | {s} will=w {v:base} {o} {t} .=.
        *4 s=human v=habitverb o=bare(v) | {s} 正在=w {v} {o} 。=. | {s} be@s=w {v:ing} {o} .=.
        *3 s=human v=action p=site(v) | {s} 现在=n {p:在} {v} 。=. | {s} be@s~v {v:ing} {p:at} now=n .=.
        *4 s=human v=anyverb o=definite(v) | {s} {v} 过=h {o} 。=. | {s} have@s=h {v:pp} {o} before=h .=.
        *2 s=human c=place(city,abroad) | {s} 去=g 过=h {c} 。=. | {s} have@s=h been=g to~g {c} .=.
        *3 s=human t=past p=place(public,service) | {s} {t} 去=g 了~g {p} 。=. | {s} went=g {p:to} {t} .=.
        *3 s=human t=past c=companion p=place(public) | {s} {t} 和=w {c} 一起~w 去=g 了~g {p} 。=. | {s} went=g {p:to} with=w {c} {t} .=.
        *3 s=human t=list(future) k=list(transport) c=place(city) | {s} {t} 坐=b {k} 去=g {c} 。=. | {s} will~g go=g {c:to} by=b {k} {t} .=.
        *2 s=human t=list(future) c=place(abroad,country) | {s} {t} 坐=b 飞机=k 去=g {c} 。=. | {s} will~g go=g {c:to} by=b plane=k {t} .=.
        *3 s=human t=list(future) v=placedverb p=goal(v) o=bare(v) | {s} {t} 会=w 去=g {p} {v} {o} 。=. | {s} will=w go=g {p:to} to~v {v:base} {o} {t} .=.
        *3 s=human t=past r=companion o=counted(gift+portable+clothes+accessory+reading) | {s} {t} 送=g 给~g {r} {o} 。=. | {s} gave=g {r} {o} {t} .=.
        *2 s=human r=companion o=counted(reading+reference+portable+vehicle) | {s} 借=g 给=to 了~g {r} {o} 。=. | {s} lent=g {o} to=to {r} .=.
        *2 s=human r=companion o=counted(fruit+drink+portable+cooked) | {s} 给=f {r} 买=b 了~b {o} 。=. | {s} bought=b {o} for=f {r} .=.
        *3 s=human x=the(portable+reading+reference) f=the(surface) | {s} 把~p {x} 放=p 在~on {f} 上=on 了~p 。=. | {s} put=p {x} on=on {f} .=.
        *2 s=human x=the(portable+reading+clothes) f=the(vessel) | {s} 把~p {x} 放=p 进=in 了~p {f} 。=. | {s} put=p {x} into=in {f} .=.
        *2 s=human x=owned(portable) p=place(public,service) | {s} 把~l {x} 忘=l {p:在} 了~l 。=. | {s} left=l {x} {p:at} .=.
        *2 s=human x=the(opening) | {s} 把~o {x} 打开=o 了~o 。=. | {s} opened=o {x} .=.
        *2 s=human x=the(opening) | {s} 把~c {x} 关上=c 了~c 。=. | {s} closed=c {x} .=.
        *3 x=the(breakable) a=third | {x} 被=b {a} 打破=k 了~k 。=. | {x} was@x~k broken=k by=b {a:obj} .=.
        *2 x=owned(portable+vehicle+device) | {x} 被=b 偷=s 了~s 。=. | {x} was@x=b stolen=s .=.
        *2 x=the(reading+reference+vehicle) a=companion | {x} 被=b {a} 借走=k 了~k 。=. | {x} was@x~k borrowed=k by=b {a} .=.
        *2 s=human l=bare(language+subject) d=duration(年:year,个+月:month) | {s} 学=k 了~h {d} {l} 。=. | {s} have@s~h studied=k {l} for~d {d} .=.
        *2 s=human r=companion d=duration(分钟:minute,个+小时:hour) | {s} 等=w 了~w {r} {d} 。=. | {s} waited=w for~w {r} for~d {d} .=.
        *2 s=human p=place(service) d=duration(年:year,个+月:month) | {s} {p:在} 工作=w 了~h {d} 。=. | {s} have@s~h worked=w {p:at} for~d {d} .=.
        *2 s=human o=counted(pet) | {s} 养=k 了~k {o} 。=. | {s} keep@s=k {o} .=.
        *3 s=third c=one(clothes) | {s} 穿=w 着~w {c} 。=. | {s} be@s~w wearing=w {c} .=.
        *2 s=third c=one(accessory) | {s} 戴=w 着~w {c} 。=. | {s} be@s~w wearing=w {c} .=.
        *2 s=human v=habitverb o=bare(v) c=action | {s} 喜欢=l {v} {o} 。=. | {s} like@s=l {v:ing} {o} .=.
        *2 s=human v=action r=action | {s} 最=m 喜欢=l {v} 。=. | {s} like@s=l {v:ing} most=m .=.
        *2 s=human v=verb(ballgame,language,chess,keyboard,strings,cooked,mount) o=bare(v) | {s} 会=c {v} {o} 。=. | {s} can=c {v:base} {o} .=.
        *2 s=human l=bare(language) | {s} 会=c 说=k {l} 。=. | {s} can=c speak=k {l} .=.
        *3 s=human v=verb o=counted(v) | {s} 想=w {v} {o} 。=. | {s} want@s=w to~w {v:base} {o} .=.
        *3 s=human v=verb o=definite(v) | {s} 必须=w {v} {o} 。=. | {s} must=w {v:base} {o} .=.
        *3 s=human t=list(future) v=verb o=definite(v) | {s} {t} 应该=w {v} {o} 。=. | {s} should=w {v:base} {o} {t} .=.
        *2 s=human v=verb o=counted(v) | {s} 需要=w {v} {o} 。=. | {s} need@s=w to~w {v:base} {o} .=.
        *2 s=human v=placedverb p=site(v) o=bare(v) | {s} 可以=w {p:在} {v} {o} 。=. | {s} can=w {v:base} {o} {p:at} .=.
        *2 x=the(opening) | 请=p 打开=o {x} 。=. | please=p open=o {x} .=.
        *2 x=the(opening) | 请=p 把~c {x} 关上=c 。=. | please=p close=c {x} .=.
        *3 o=counted(drink+fruit+portable+paper) | 请=p 给=g 我=m {o} 。=. | please=p give=g me=m {o} .=.
        *2 x=owned(portable) | 别=n 忘=f 了~f 带=b {x} 。=. | do~n not=n forget=f to~b bring=b {x} .=.
        *2 v=action p=site(v) | 请=e 不要=n {p:在} {v} 。=. | please=e do~n not=n {v:base} {p:at} .=.
        """;

    private const string Negations =
        """

        *4 s=human v=habitverb o=bare(v) | {s} 不=n {v} {o} 。=. | {s} do@s~n not=n {v:base} {o} .=.
        *5 s=human t=past v=verb o=bare(v) | {s} {t} 没有=n {v} {o} 。=. | {s} did~n not=n {v:base} {o} {t} .=.
        *4 s=human t=past v=verb o=definite(v) | {s} {t} 没有=n {v} {o} 。=. | {s} did~n not=n {v:base} {o} {t} .=.
        *3 s=human v=anyverb o=definite(v) | {s} 还=y 没有=n {v} {o} 。=. | {s} have@s~n not=n {v:pp} {o} yet=y .=.
        *3 s=human t=list(future) p=place(public,service) | {s} {t} 不=n 会=w 去=g {p} 。=. | {s} will=w not=n go=g {p:to} {t} .=.
        *2 s=human c=place(city,abroad,country) | {s} 没有=n 去=g 过=h {c} 。=. | {s} have@s=h never=n been=g to~g {c} .=.
        *3 s=human v=habitverb o=bare(v) | {s} 不=n 喜欢=l {v} {o} 。=. | {s} do@s~n not=n like=l {v:ing} {o} .=.
        *2 s=human v=verb o=definite(v) | {s} 不=n 想=w {v} {o} 。=. | {s} do@s~n not=n want=w to~w {v:base} {o} .=.
        *2 s=human l=bare(language) | {s} 不=n 会=c 说=k {l} 。=. | {s} cannot=n=c speak=k {l} .=.
        *2 s=human v=placedverb p=site(v) o=bare(v) | {s} 不=n 能=w {p:在} {v} {o} 。=. | {s} cannot=n=w {v:base} {o} {p:at} .=.
        *2 s=human n=trade(s) | {s} 不=k 是=b {n} 。=. | {s} be@s=b not=k {n} .=.
        *2 x=definite(clothes+device+vehicle+fruit+house+gift) a=adj(x) | {x} 不=n {a} 。=. | {x} be@x~a not=n {a} .=.
        *2 s=human c=bare(pet) | {s} 没有=n {c} 。=. | {s} do@s~n not=n have=n {c} .=.
        """;

    private const string Questions =
        """

        *4 s=you v=habitverb o=bare(v) | {s} 喜欢=l {v} {o} 吗=q ？=? | do@s~q {s} like=l {v:ing} {o} ?=?=q
        *3 s=other t=past v=verb o=bare(v) | {s} {t} {v} {o} 了~v 吗=q ？=? | did~q {s} {v:base} {o} {t} ?=?=q
        *3 s=other t=list(future) v=verb o=counted(v) | {s} {t} 会=w {v} {o} 吗=q ？=? | will=w {s} {v:base} {o} {t} ?=?=q
        *3 s=you v=anyverb o=definite(v) | {s} {v} 过=h {o} 吗=q ？=? | have@s=h {s} ever~h {v:pp} {o} ?=?=q
        *2 s=other n=trade(s) | {s} 是=b {n} 吗=q ？=? | be@s=b {s} {n} ?=?=q
        *2 s=you v=verb o=counted(v) | {s} 想=w 不~w 想~w {v} {o} ？=? | do@s~w {s} want=w to~w {v:base} {o} ?=?
        *3 s=other t=past v=verb(reading,show,sound,food,drink,clothes,fruit,writing,cooked) | {s} {t} {v} 了~v 什么=w ？=? | what=w did~v {s} {v:base} {t} ?=?
        *3 v=anyverb o=definite(v) | 谁=w {v} 了~v {o} ？=? | who=w {v:past} {o} ?=?
        *3 s=other v=placedverb o=definite(v) | {s} 在~w 哪里=w {v} 了~v {o} ？=? | where=w did~v {s} {v:base} {o} ?=?
        *3 s=other c=place(city,abroad,country,public) | {s} 什么时候=w 去=g {c} ？=? | when=w will~g {s} go=g {c:to} ?=?
        *2 s=other v=verb o=definite(v) | {s} 什么时候=w {v} 了~v {o} ？=? | when=w did~v {s} {v:base} {o} ?=?
        *3 s=other t=past v=anyverb o=definite(v) | {s} {t} 为什么=w 没有=n {v} {o} ？=? | why=w did~n {s} not=n {v:base} {o} {t} ?=?
        *3 s=other t=past v=verb(fruit,clothes,reading,paper,vegetable,show,writing,cooked) o=howmany(v) | {s} {t} {v} 了~v {o} ？=? | {o} did~v {s} {v:base} {t} ?=?
        *2 s=other p=place(city,service,public) | {s} 怎么=w 去=g {p} ？=? | how=w do@s~w {s} go=g {p:to} ?=?
        *3 x=owned(portable+reading+pet+device) | {x} 在=i 哪里=w ？=? | where=w be@x=i {x} ?=?
        *2 x=definite(clothes+device+gift+accessory+vehicle) | {x} 多少=h 钱=m ？=? | how=h much=h do@x~m {x} cost=m ?=?
        *2 s=third | {s} 今年=y 多大=h 了~h ？=? | how=h old=h be@s~h {s} this=y year=y ?=?
        *2 e=the(event) | {e} 什么时候=w 开始=b ？=? | when=w do@e~w {e} begin=b ?=?
        *2 x=definite(writing+reading+portable+vehicle+vessel) | {x} 是=b 谁=w 的=w ？=? | whose=w be@x=b {x} ?=?
        *2 s=you p=place(service,public) | 请问=x ，=, {p} 在=b 哪里=w ？=? | excuse=x me=x ,=, where=w is=b {p} ?=?
        """;

    private const string States =
        """

        *3 s=human n=trade(s) | {s} 是=b {n} 。=. | {s} be@s=b {n} .=.
        *5 x=definite(clothes+device+vehicle+car+fruit+house+reading+show+room+surface+pet) a=adj(x) | {x} 很=d {a} 。=. | {x} be@x~a very=d {a} .=.
        *3 x=definite(accessory+cooked+food+problem+question+task+wild+gift+sight) a=adj(x) | {x} 非常=d {a} 。=. | {x} be@x~a extremely=d {a} .=.
        *3 x=definite(vessel+mail+vegetable+portable+plant+writing) a=adj(x) | {x} 有点儿=d {a} 。=. | {x} be@x~a a=d little=d {a} .=.
        *3 x=definite(clothes+reading+device+house+vessel+problem) a=adj(x) | {x} 太=d {a} 了~d 。=. | {x} be@x~a too=d {a} .=.
        *3 s=human a=adj(mood) | {s} 今天=t 很=d {a} 。=. | {s} be@s~a very=d {a} today=t .=.
        *2 s=human a=adj(mood) | {s} 昨天=t 非常=d {a} 。=. | {s} was@s~a extremely=d {a} yesterday=t .=.
        *2 s=third a=adj(who) | {s} 非常=d {a} 。=. | {s} be@s~a extremely=d {a} .=.
        *4 x=definite(clothes+device+vehicle+house+reading) y=alike(x) a=adj(x) | {x} 比=c {y} {a} 。=. | {x} be@x~a {a:cmp} than=c {y} .=.
        *3 s=human c=companion a=adj(stature) | {s} 比=k {c} {a} 。=. | {s} be@s~a {a:cmp} than=k {c} .=.
        *2 s=human c=companion a=adj(stature) | {s} 和=w {c} 一样=w {a} 。=. | {s} be@s~a as=w {a} as=w {c} .=.
        *2 s=third a=adj(stature) | {s} 是=b 我们=o 班=k 最=m {a} 的~a 学生=e 。=. | {s} be@s=b the~m {a:sup} student=e in~k our=o class=k .=.
        *4 f=the(surface) o=counted(portable+reading+fruit+reference) | {f} 上=on 有=h {o} 。=. | there~h be@o=h {o} on=on {f} .=.
        *3 f=the(vessel) o=counted(portable+reading+clothes+accessory) | {f} 里=in 有=h {o} 。=. | there~h be@o=h {o} in=in {f} .=.
        *2 o=counted(wild) | 动物园=z 里=in 有=h {o} 。=. | there~h be@o=h {o} at=in the~z zoo=z .=.
        *3 x=owned(portable+reading+reference+accessory) f=the(surface) | {x} 在~on {f} 上=on 。=. | {x} be@x~on on=on {f} .=.
        *2 x=owned(portable+reading+accessory) f=the(vessel) | {x} 在~in {f} 里=in 。=. | {x} be@x~in in=in {f} .=.
        *2 s=human p=place(public,service,indoors) | {s} 现在=n {p:在} 。=. | {s} be@s~p {p:at} now=n .=.
        *2 s=third n=number(5,90,1) | {s} 今年=t {n} 岁=y 。=. | {s} be@s~y {n} years~y old=y this=t year=t .=.
        *3 s=third d=date | {s:poss} 生日=b 是=i {d} 。=. | {s:poss} birthday=b is=i {d} .=.
        *1 s=human y=year | {s} 是~b {y} 出生=b 的~b 。=. | {s} was@s~b born=b in~y {y} .=.
        *3 e=the(event) d=date | {e} 在~o {d} 开始=b 。=. | {e} begin@e=b on=o {d} .=.
        *2 e=the(event) d=date c=place(city,abroad) | {e} {d} {c:在} 举行=b 。=. | {e} will~b be~b held=b {c:at} on~d {d} .=.
        *2 e=the(event) w=list(weekday) | {e} 是=i {w} 。=. | {e} be@e=i on~w {w} .=.
        *2 k=clock(1,13) | 现在=n 是=i {k} 。=. | it~i is=i {k} now=n .=.
        *2 a=list(departs) k=clock(1,13) | {a} {k} 出发=l 。=. | the~a {a} leaves=l at~k {k} .=.
        *2 s=human h=list(habit) k=clock(5,9) | {s} {h} {k} 起床=g 。=. | {s} get@s=g up=g at~k {k} {h} .=.
        *2 p=place(public,service) k=clock(7,11) | {p} {k} 开门=o 。=. | {p} opens=o at~k {k} .=.
        *2 x=definite(reading+accessory+gift) n=number(10,90,5) | {x} {n} 块=y 钱~y 。=. | {x} cost@x~y {n} yuan=y .=.
        *2 x=definite(clothes+device+vehicle) n=number(100,2000,50) | {x} {n} 块=y 钱~y 。=. | {x} cost@x~y {n} yuan=y .=.
        *1 x=definite(fruit+drink) n=number(2,20,1) | {x} {n} 块=y 钱~y 。=. | {x} cost@x~y {n} yuan=y .=.
        *2 s=human c=place(country) | {s} 来自=f {c} 。=. | {s} come@s=f from=f {c} .=.
        *2 s=human p=place(city,abroad) | {s} 住=l {p:在} 。=. | {s} live@s=l {p:at} .=.
        *2 p=place(public,service) q=place(public,service) | {p} 离=f {q} 很=d 远=a 。=. | {p} is~a very=d far=a from=f {q} .=.
        *2 a=place(city) b=place(city) d=duration(个+小时:hour) k=list(transport) | 从=f {a} 到=t {b} 坐=y {k} 要=n {d} 。=. | it~n takes=n {d} from=f {a} to=t {b} by=y {k} .=.
        *2 s=human c=list(color) | {s} 最=m 喜欢=m 的~m 颜色=k 是=i {c} 。=. | {s:poss} favorite=m color=k is=i {c} .=.
        *1 c=place(city,abroad) | {c} 的~e 夏天=e 很=d 炎热=h 。=. | summer=e {c:at} is~h very=d hot=h .=.
        *1 c=place(city,abroad) | {c} 的~e 冬天=e 很=d 冷=h 。=. | winter=e {c:at} is~h very=d cold=h .=.
        *1 c=place(city,abroad) | {c} 的~e 春天=e 很=d 潮湿=h 。=. | spring=e {c:at} is~h very=d humid=h .=.
        *1 c=place(city,abroad) | {c} 的~e 秋天=e 很=d 凉快=h 。=. | autumn=e {c:at} is~h very=d cool=h .=.
        *2 c=place(city,abroad) a=adj(weather) | {c} 今天=t 很=d {a} 。=. | it~a is~a very=d {a} {c:at} today=t .=.
        *1 g=list(group) n=number(200,9000,100) | 这=t 个~t {g} 有=h {n} 人=p 。=. | this=t {g} has=h {n} people=p .=.
        *2 s=human n=number(2,12,1) | {s} 有=h {n} 个~n 朋友=f 。=. | {s} have@s=h {n} friends=f .=.
        """;

    private const string Clauses =
        """

        *5 s=human t=past v=anyverb n=head(v) a=adj(n) | {s} {t} {v} 的=r {n} 很=d {a} 。=. | the~n {n} that=r {s} {v:past} {t} be@n~a very=d {a} .=.
        *3 c=companion v=anyverb n=head(v) s=pronoun | {s} 喜欢=l {c} {v} 的=r {n} 。=. | {s} like@s=l the~n {n} that=r {c} {v:past} .=.
        *3 v=habitverb o=bare(v) h=head(person) r=kin(h) | 正在=g {v} {o} 的=k {h} 是=b {r} 。=. | the~h {h} who=k is=g {v:ing} {o} is=b {r} .=.
        *3 c=one(clothes) h=head(person) r=kin(h) | 穿=w 着~w {c} 的=k {h} 是=b {r} 。=. | the~h {h} who=k is~w wearing=w {c} is=b {r} .=.
        *2 c=one(accessory) h=head(person) r=kin(h) | 戴=w 着~w {c} 的=k {h} 是=b {r} 。=. | the~h {h} who=k is~w wearing=w {c} is=b {r} .=.
        *1 p=at(医院) h=head(medics) a=adj(who) | {p:在} 工作=w 的=r {h} 很=d {a} 。=. | the~h {h} who=r works=w {p:at} is~a very=d {a} .=.
        *1 p=at(公司) h=head(clerks) a=adj(who) | {p:在} 工作=w 的=r {h} 很=d {a} 。=. | the~h {h} who=r works=w {p:at} is~a very=d {a} .=.
        *1 p=at(大学,学校) h=head(teachers) a=adj(who) | {p:在} 工作=w 的=r {h} 很=d {a} 。=. | the~h {h} who=r works=w {p:at} is~a very=d {a} .=.
        *1 p=at(酒店,餐厅) h=head(hosts) a=adj(who) | {p:在} 工作=w 的=r {h} 很=d {a} 。=. | the~h {h} who=r works=w {p:at} is~a very=d {a} .=.
        *1 p=at(工厂) h=head(makers) a=adj(who) | {p:在} 工作=w 的=r {h} 很=d {a} 。=. | the~h {h} who=r works=w {p:at} is~a very=d {a} .=.
        *3 w=list(weatherpast) s=human p=place(public) | 因为=b {w} ，~, 所以~b {s} 没有=n 去=g {p} 。=. | {s} did~n not=n go=g {p:to} because=b {w} .=.
        *3 s=pronoun a=adj(mood) v=verb o=bare(v) | 因为=b {s} 很=d {a} ，=, 所以~b 没有=n {v} {o} 。=. | because=b {s} was@s~a very=d {a} ,=, {s} did~n not=n {v:base} {o} .=.
        *3 x=definite(clothes+accessory+gift) s=pronoun | 虽然=a {x} 很=d 贵=e ，=, 但是~a {s} 还是=k 买=b 了~b 。=. | although=a {x} was@x~e very=d expensive=e ,=, {s} still=k bought=b {x:it} .=.
        *4 w=list(weathernow) t=list(future) s=human p=place(public) | 如果=i {t} {w} ，=, {s} 就~l 不=n 去=g {p} 。=. | if=i {w} {t} ,=, {s} will=l not=n go=g {p:to} .=.
        *3 s=human c=companion v=habitverb o=bare(v) | {s} 回=h 家=m 的~w 时候=w ，=, {c} 正在=g {v} {o} 。=. | when=w {s} came=h home=m ,=, {c} was=g {v:ing} {o} .=.
        *3 s=pronoun m=list(meal) p=place(public,service) | 吃=e 完=f {m} 以后=a ，=, {s} 去=g 了~g {p} 。=. | after=a {s} finished=f {m} ,=, {s} went=g {p:to} .=.
        *3 s=pronoun v=habitverb o=bare(v) a=list(often) | 睡觉=k 以前=b ，=, {s} {a} {v} {o} 。=. | before=b going~k to~k bed=k ,=, {s} {a} {v@s} {o} .=.
        *2 s=human v=action | {s} 一边~w 听=l 音乐=m 一边=w {v} 。=. | {s} {v@s} while=w listening=l to~l music=m .=.
        *3 s=human x=definite(reading+show+clothes+house+problem+pet) a=adj(x) | {s} 觉得=t {x} 很=d {a} 。=. | {s} think@s=t that~t {x} be@x~a very=d {a} .=.
        *3 s=human c=companion f=list(future) p=place(city,abroad) | {s} 说=y {c} {f} 会=w 去=g {p} 。=. | {s} said=y that~y {c} would=w go=g {p:to} {f} .=.
        *2 s=human t=list(future) c=place(city,abroad,country) | {s} 希望=h {t} 能=k 去=g {c} 。=. | {s} hope@s=h to~k go=g {c:to} {t} .=.
        *2 s=human x=owned(portable+pet) | {s} 不=n 知道=k {x} 在=i 哪里=w 。=. | {s} do@s~n not=n know=k where=w {x} be@x=i .=.
        *2 s=human c=companion v=anyverb o=definite(v) | {s} 听说=h {c} {v} 了~v {o} 。=. | {s} heard=h that~h {c} {v:past} {o} .=.
        *2 c=companion r=companion v=verb o=counted(v) | {c} 让=l {r} {v} {o} 。=. | {c} asked=l {r} to~v {v:base} {o} .=.
        *2 s=human v=placedverb p=site(v) o=counted(v) c=companion | {c} 看到=w {s} {p:在} {v} {o} 。=. | {c} saw=w {s:obj} {v:ing} {o} {p:at} .=.
        *2 s=human t=past v=anyverb o=counted(v) p=place(public) | {s} {t} {v} 了~v {o} ，=, 然后=n 去=g 了~g {p} 。=. | {s} {v:past} {o} {t} ,=, and~n then=n went=g {p:to} .=.
        *2 s=third x=adj(who) y=adj(who) | {s} 不但=n {x} ，~, 而且=b {y} 。=. | {s} be@s~x not=n only=n {x} but=b also=b {y} .=.
        """;
}
