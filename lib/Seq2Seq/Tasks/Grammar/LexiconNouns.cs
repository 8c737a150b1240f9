namespace Seq2Seq.Tasks.Grammar;

internal static partial class Lexicon
{
    private const string NounTable =
        """
        reading: 书 本 book books; 小说 本 novel novels; 报纸 份 newspaper newspapers; 杂志 本 magazine magazines
        writing: 信 封 letter letters; 文章 篇 article articles; 日记 篇 diary diaries; 报告 份 report reports; 诗 首 poem poems; 电子邮件 封 email emails
        reference: 词典 本 dictionary dictionaries; 课本 本 textbook textbooks; 地图 张 map maps
        show: 电影 部 movie movies; 比赛 场 match matches; 节目 个 program programs; 表演 场 performance performances
        sound: 音乐 - music -; 歌 首 song songs; 音乐会 场 concert concerts
        song: 歌 首 song songs
        fruit: 苹果 个 apple apples; 香蕉 根 banana bananas; 橘子 个 orange oranges; 西瓜 个 watermelon watermelons; 梨 个 pear pears; 桃子 个 peach peaches; 草莓 颗 strawberry strawberries; 柠檬 个 lemon lemons
        food: 面包 块:piece bread -; 鸡蛋 个 egg eggs; 饺子 个 dumpling dumplings; 米饭 碗:bowl rice -; 面条 碗:bowl - noodles; 鱼 条 fish fish; 牛肉 块:piece beef -; 包子 个 steamed_bun steamed_buns; 三明治 个 sandwich sandwiches; 汉堡 个 hamburger hamburgers; 巧克力 块:piece chocolate -; 冰淇淋 个 ice_cream ice_creams; 豆腐 块:piece tofu -
        cooked: 蛋糕 个 cake cakes; 沙拉 份 salad salads; 比萨 个 pizza pizzas; 饼干 块 cookie cookies
        vegetable: 土豆 个 potato potatoes; 西红柿 个 tomato tomatoes; 黄瓜 根 cucumber cucumbers; 胡萝卜 根 carrot carrots; 洋葱 个 onion onions
        drink: 茶 杯:cup tea -; 咖啡 杯:cup coffee -; 水 杯:glass water -; 牛奶 杯:glass milk -; 果汁 杯:glass juice -; 啤酒 瓶:bottle beer -; 可乐 瓶:bottle cola -; 红酒 瓶:bottle wine -
        clothes: 衬衫 件 shirt shirts; 毛衣 件 sweater sweaters; 裙子 条 skirt skirts; 大衣 件 coat coats; 裤子 条:pair - trousers; 鞋 双:pair - shoes; 外套 件 jacket jackets; 袜子 双:pair - socks; 西装 套 suit suits
        accessory: 帽子 顶 hat hats; 围巾 条 scarf scarves; 手套 双:pair - gloves
        device: 手机 部 phone phones; 电脑 台 computer computers; 照相机 台 camera cameras; 电视 台 television televisions; 冰箱 台 refrigerator refrigerators; 手表 块 watch watches; 收音机 台 radio radios
        vehicle: 自行车 辆 bicycle bicycles; 摩托车 辆 motorcycle motorcycles
        car: 汽车 辆 car cars; 公共汽车 辆 bus buses; 卡车 辆 truck trucks; 出租车 辆 taxi taxis
        portable: 钥匙 把 key keys; 雨伞 把 umbrella umbrellas; 钱包 个 wallet wallets; 护照 本 passport passports; 书包 个 schoolbag schoolbags; 铅笔 支 pencil pencils; 笔 支 pen pens; 杯子 个 cup cups; 盘子 个 plate plates; 刀 把 knife knives; 照片 张 photo photos; 球 个 ball balls; 箱子 个 suitcase suitcases; 眼镜 副:pair - glasses
        gift: 礼物 份 gift gifts; 玩具 个 toy toys; 画 幅 painting paintings; 花 朵 flower flowers
        mail: 包裹 个 package packages
        paper: 票 张 ticket tickets
        picture: 照片 张 photo photos
        surface: 桌子 张 table tables; 椅子 把 chair chairs; 床 张 bed beds; 沙发 张 sofa sofas; 书架 个 bookshelf bookshelves
        vessel: 箱子 个 suitcase suitcases; 书包 个 schoolbag schoolbags; 盒子 个 box boxes; 抽屉 个 drawer drawers
        opening: 门 扇 door doors; 窗户 扇 window windows; 灯 盏 lamp lamps
        breakable: 杯子 个 cup cups; 盘子 个 plate plates; 窗户 扇 window windows; 花瓶 个 vase vases; 碗 个 bowl bowls; 镜子 面 mirror mirrors
        plant: 树 棵 tree trees; 花 朵 flower flowers
        pet: 猫 只 cat cats; 狗 只 dog dogs; 鸟 只 bird birds; 兔子 只 rabbit rabbits
        beast: 马 匹 horse horses; 牛 头 cow cows; 羊 只 sheep sheep; 鸭子 只 duck ducks; 猪 头 pig pigs
        wild: 熊猫 只 panda pandas; 猴子 只 monkey monkeys; 老虎 只 tiger tigers; 大象 头 elephant elephants; 狮子 头 lion lions; 蛇 条 snake snakes
        room: 房间 个 room rooms; 厨房 个 kitchen kitchens; 教室 间 classroom classrooms; 办公室 间 office offices
        house: 房子 座 house houses
        mount: 马 匹 horse horses; 自行车 辆 bicycle bicycles; 摩托车 辆 motorcycle motorcycles
        laundry: 衣服 - - clothes; 盘子 个 plate plates; 衬衫 件 shirt shirts; 汽车 辆 car cars; 袜子 双:pair - socks
        task: 作业 - homework -; 工作 - work -; 报告 份 report reports
        problem: 问题 个 problem problems; 计划 个 plan plans
        question: 问题 个 question questions
        meal: 早饭 - breakfast -; 午饭 - lunch -; 晚饭 - dinner -
        sight: 博物馆 座 museum museums; 大学 所 university universities; 工厂 家 factory factories
        language: 中文 - Chinese -; 英语 - English -; 法语 - French -; 德语 - German -; 日语 - Japanese -; 俄语 - Russian -; 西班牙语 - Spanish -
        subject: 数学 - math -; 历史 - history -; 物理 - physics -; 化学 - chemistry -; 经济 - economics -; 法律 - law -; 医学 - medicine -; 地理 - geography -
        ballgame: 篮球 - basketball -; 网球 - tennis -; 乒乓球 - table_tennis -; 排球 - volleyball -; 羽毛球 - badminton -
        football: 足球 - football -
        chess: 象棋 - chess -
        keyboard: 钢琴 - the_piano -; 吉他 - the_guitar -
        strings: 小提琴 - the_violin -
        trade: 老师 位 teacher teachers; 医生 位 doctor doctors; 护士 位 nurse nurses; 律师 位 lawyer lawyers; 工程师 位 engineer engineers; 司机 位 driver drivers; 警察 位 police_officer police_officers; 厨师 位 chef chefs; 记者 位 journalist journalists; 作家 位 writer writers; 歌手 位 singer singers; 演员 位 actor actors; 经理 位 manager managers; 教授 位 professor professors; 科学家 位 scientist scientists; 画家 位 painter painters; 农民 位 farmer farmers; 工人 位 worker workers; 服务员 位 waiter waiters; 秘书 位 secretary secretaries; 导游 位 tour_guide tour_guides; 翻译 位 translator translators
        medics: 医生 位 doctor doctors; 护士 位 nurse nurses
        clerks: 经理 位 manager managers; 秘书 位 secretary secretaries; 翻译 位 translator translators; 律师 位 lawyer lawyers; 工程师 位 engineer engineers
        teachers: 老师 位 teacher teachers; 教授 位 professor professors
        hosts: 服务员 位 waiter waiters; 厨师 位 chef chefs
        makers: 工人 位 worker workers; 工程师 位 engineer engineers; 司机 位 driver drivers
        person: 学生 个 student students; 孩子 个 child children; 男孩 个 boy boys; 女孩 个 girl girls; 男人 个 man men; 女人 个 woman women; 邻居 个 neighbor neighbors; 客人 位 guest guests; 游客 位 tourist tourists
        company: 朋友 个 friend friends; 同学 个 classmate classmates; 同事 个 colleague colleagues
        family: 爸爸 - father -; 妈妈 - mother -; 哥哥 - older_brother -; 姐姐 - older_sister -; 弟弟 - younger_brother -; 妹妹 - younger_sister -; 爷爷 - grandfather -; 奶奶 - grandmother -; 叔叔 - uncle -; 阿姨 - aunt -
        child: 儿子 个 son sons; 女儿 个 daughter daughters
        event: 会议 - meeting -; 考试 - exam -; 比赛 - match -; 音乐会 - concert -; 展览 - exhibition -; 婚礼 - wedding -; 课程 - course -
        """;
}
