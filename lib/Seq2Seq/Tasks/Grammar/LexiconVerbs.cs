namespace Seq2Seq.Tasks.Grammar;

internal static partial class Lexicon
{
    // Chinese (a star: may be said of every day; a mark of exclamation: it happens to one), base, past, participle, kinds of objects, places.
    private const string VerbTable =
        """
        *看 read read read reading 图书馆,家,咖啡馆,公园
        *看 watch watched watched show 家,电影院
        *听 listen_to listened_to listened_to sound 家,公园
        *吃 eat ate eaten food,fruit,cooked,vegetable 餐厅,家,学校
        *喝 drink drank drunk drink 咖啡馆,家,餐厅
        *买 buy bought bought fruit,food,vegetable,drink 超市,市场
        买 buy bought bought clothes,accessory 商店,商场
        买 buy bought bought reading,reference 书店
        买 buy bought bought device,gift 商店,商场
        买 buy bought bought paper 火车站,机场
        买 buy bought bought vehicle,house,car 北京,上海
        *写 write wrote written writing 家,办公室,图书馆
        *学习 study studied studied language,subject 学校,大学,图书馆
        *教 teach taught taught language,subject 学校,大学
        *打 play played played ballgame 体育馆,公园,学校
        *踢 play played played football 公园,学校
        *下 play played played chess 公园,家
        *弹 play played played keyboard 家,学校
        *拉 play played played strings 家,学校
        *唱 sing sang sung song 教室,公园
        *画 draw drew drawn pet,wild,plant,beast 教室,家,公园
        *拍 take took taken picture 公园,海边,动物园
        *做 make made made cooked,meal 厨房,家
        *洗 wash washed washed laundry 家
        *打扫 clean cleaned cleaned room -
        收拾 tidy_up tidied_up tidied_up room -
        修 repair repaired repaired device,vehicle,car 家
        !找到 find found found portable 家,办公室,教室
        !丢 lose lost lost portable 火车站,机场,公园
        借 borrow borrowed borrowed reading,reference 图书馆,大学
        卖 sell sold sold fruit,vegetable,drink,clothes 市场,商店
        种 plant planted planted plant,vegetable 花园
        *骑 ride rode ridden mount 公园
        *开 drive drove driven car -
        参观 visit visited visited sight -
        讨论 discuss discussed discussed problem 办公室,公司
        回答 answer answered answered question 教室
        解决 solve solved solved problem 公司,办公室
        完成 finish finished finished task 家,办公室
        翻译 translate translated translated writing,reading 办公室,家
        寄 send sent sent mail,writing 邮局
        !收到 receive received received writing,gift,mail 家,公司
        准备 prepare prepared prepared meal,gift 家
        检查 check checked checked task,device,portable 办公室,机场
        切 cut cut cut fruit,vegetable 厨房
        带 bring brought brought portable,drink,gift -
        帮助 help helped helped trade,person 医院,学校,公司
        !认识 get_to_know got_to_know gotten_to_know trade,person 公司,大学
        !看见 see saw seen trade,person,wild,pet 公园,动物园
        采访 interview interviewed interviewed trade,person 公司
        邀请 invite invited invited trade,person,company -
        照顾 take_care_of took_care_of taken_care_of person,pet,beast 家,医院
        """;

    private const string ActionTable =
        """
        *跑步 run ran run - 公园,体育馆,海边
        *游泳 swim swam swum - 体育馆,海边,酒店
        *跳舞 dance danced danced - 公园,教室
        *唱歌 sing sang sung - 公园,教室
        *工作 work worked worked - 公司,医院,银行,工厂,学校
        *休息 rest rested rested - 家,办公室,公园
        *散步 take_a_walk took_a_walk taken_a_walk - 公园,海边,花园
        *做饭 cook cooked cooked - 家,厨房
        *上网 surf_the_Internet surfed_the_Internet surfed_the_Internet - 家,咖啡馆,图书馆
        *睡觉 sleep slept slept - 家,酒店
        *聊天 chat chatted chatted - 咖啡馆,餐厅,办公室
        *购物 go_shopping went_shopping gone_shopping - 商场,超市
        *钓鱼 go_fishing went_fishing gone_fishing - 海边
        *锻炼 exercise exercised exercised - 体育馆,公园
        *读书 study studied studied - 大学,图书馆
        """;

    // Chinese, English, comparative, kinds of nouns. The kind "who" is any human, "mood" a passing state, "stature" a measure.
    private const string AdjectiveTable =
        """
        贵 expensive more_expensive clothes,accessory,device,vehicle,car,house,gift,paper,fruit,food,drink,reference
        便宜 cheap cheaper clothes,accessory,device,vehicle,gift,paper,fruit,food,vegetable,drink,reading
        新 new newer clothes,accessory,device,vehicle,car,house,reading,reference,show,portable,gift,surface
        旧 old older clothes,device,vehicle,car,house,surface,vessel,portable,reference
        大 big bigger fruit,vegetable,house,surface,vessel,pet,beast,wild,sight,room,plant,mail
        小 small smaller fruit,vegetable,house,surface,vessel,pet,beast,room,mail,portable,gift
        漂亮 beautiful more_beautiful clothes,accessory,house,gift,pet,plant,sight,vehicle
        有意思 interesting more_interesting reading,show,writing,sight,problem,question,subject
        无聊 boring more_boring reading,show,writing
        长 long longer reading,writing,show
        好吃 delicious more_delicious fruit,food,cooked,vegetable
        新鲜 fresh fresher fruit,vegetable,food
        甜 sweet sweeter fruit,cooked
        热 hot hotter drink
        重 heavy heavier vessel,mail,device,surface
        轻 light lighter vessel,mail,device
        舒服 comfortable more_comfortable clothes,surface,house,room
        暖和 warm warmer clothes,accessory,room
        干净 clean cleaner room,surface,clothes,house
        脏 dirty dirtier room,clothes,car,surface
        快 fast faster car,vehicle
        可爱 cute cuter pet,wild
        聪明 smart smarter who,pet
        危险 dangerous more_dangerous wild
        难 difficult more_difficult problem,question,task,language,subject
        容易 easy easier problem,question,task,language,subject
        重要 important more_important problem,question,task,writing,event
        有名 famous more_famous sight,reading,show
        安静 quiet quieter room,who
        友好 friendly friendlier who
        努力 hard-working more_hard-working who
        热情 enthusiastic more_enthusiastic who
        年轻 young younger stature
        高 tall taller stature
        矮 short shorter stature
        瘦 thin thinner stature
        强壮 strong stronger stature
        累 tired more_tired mood
        忙 busy busier mood
        高兴 happy happier mood
        难过 sad sadder mood
        生气 angry angrier mood
        饿 hungry hungrier mood
        渴 thirsty thirstier mood
        紧张 nervous more_nervous mood
        冷 cold colder weather
        凉快 cool cooler weather
        潮湿 humid more_humid weather
        炎热 hot hotter weather
        """;

    private const string PlaceTable =
        """
        public: 公园 in the_park; 图书馆 in the_library; 学校 at school; 餐厅 in the_restaurant; 咖啡馆 in the_cafe; 电影院 at the_cinema; 博物馆 in the_museum; 动物园 at the_zoo; 体育馆 in the_gym; 海边 at the_seaside; 商场 at the_mall; 超市 at the_supermarket; 书店 in the_bookstore; 商店 in the_store; 市场 at the_market
        service: 医院 at the_hospital; 银行 at the_bank; 邮局 at the_post_office; 机场 at the_airport; 火车站 at the_train_station; 酒店 at the_hotel; 公司 at the_company; 大学 at the_university; 工厂 at the_factory
        indoors: 办公室 in the_office; 教室 in the_classroom; 厨房 in the_kitchen; 花园 in the_garden; 家 at home
        city: 北京 in Beijing; 上海 in Shanghai; 广州 in Guangzhou; 成都 in Chengdu; 南京 in Nanjing; 杭州 in Hangzhou; 深圳 in Shenzhen; 香港 in Hong_Kong
        abroad: 伦敦 in London; 巴黎 in Paris; 东京 in Tokyo; 纽约 in New_York; 柏林 in Berlin; 罗马 in Rome; 悉尼 in Sydney; 莫斯科 in Moscow
        country: 中国 in China; 美国 in America; 英国 in Britain; 法国 in France; 德国 in Germany; 日本 in Japan; 俄罗斯 in Russia; 加拿大 in Canada; 意大利 in Italy; 西班牙 in Spain; 印度 in India; 巴西 in Brazil
        """;

    private const string ListTable =
        """
        name: 王明 Wang_Ming; 玛丽 Mary; 李华 Li_Hua; 汤姆 Tom; 张伟 Zhang_Wei; 安娜 Anna; 约翰 John; 陈静 Chen_Jing; 刘洋 Liu_Yang; 露西 Lucy; 大卫 David; 赵磊 Zhao_Lei; 周芳 Zhou_Fang; 彼得 Peter; 孙丽 Sun_Li; 杰克 Jack; 艾米 Amy; 杨帆 Yang_Fan; 麦克 Mike; 凯特 Kate; 黄蕾 Huang_Lei; 保罗 Paul; 索菲 Sophie; 林涛 Lin_Tao
        past: 昨天 yesterday; 上个星期 last_week; 昨天晚上 last_night; 今天早上 this_morning; 上个月 last_month; 去年 last_year; 前天 the_day_before_yesterday; 上个周末 last_weekend
        future: 明天 tomorrow; 今天晚上 tonight; 下个星期 next_week; 后天 the_day_after_tomorrow; 下个月 next_month; 明年 next_year; 这个周末 this_weekend
        habit: 每天 every_day; 每天早上 every_morning; 每天晚上 every_evening; 每个周末 every_weekend; 每个星期 every_week
        often: 经常 often; 总是 always; 有时候 sometimes; 很少 rarely; 从来不 never
        weekday: 星期一 Monday; 星期二 Tuesday; 星期三 Wednesday; 星期四 Thursday; 星期五 Friday; 星期六 Saturday; 星期天 Sunday
        month: 一月 January; 二月 February; 三月 March; 四月 April; 五月 May; 六月 June; 七月 July; 八月 August; 九月 September; 十月 October; 十一月 November; 十二月 December
        color: 红色 red; 蓝色 blue; 黑色 black; 白色 white; 绿色 green; 黄色 yellow; 灰色 gray; 紫色 purple; 粉色 pink; 棕色 brown
        transport: 火车 train; 飞机 plane; 公共汽车 bus; 船 ship
        departs: 火车 train; 飞机 plane; 公共汽车 bus; 船 ship
        meal: 早饭 breakfast; 午饭 lunch; 晚饭 dinner
        weatherpast: 下雨 it_rained; 下雪 it_snowed; 刮风 it_was_windy
        weathernow: 下雨 it_rains; 下雪 it_snows; 刮风 it_is_windy
        group: 村子 village; 学校 school; 公司 company; 工厂 factory
        """;
}
