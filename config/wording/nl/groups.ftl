# In groepen op Telegram.
groups-private = Dit is persoonlijk. Vraag het in een eigen chat met mij: dan ziet alleen u het antwoord.
groups-button-private = Open een eigen chat
groups-only-administrators = Alleen beheerders van deze groep kunnen dat kiezen. Vraag het een beheerder. Voor uzelf kan het in een eigen chat met mij.
groups-anonymous = U schrijft als de groep zelf, dus ik kan niet zien of u beheerder bent. Zet bij uw beheerdersrechten “Anoniem blijven” uit, en probeer het opnieuw. Daarna kunt u het weer aanzetten.
groups-unsure = Ik kon bij Telegram niet nagaan of u beheerder van deze groep bent. Probeer het straks opnieuw.
groups-stopped = Deze groep volgt niets meer en krijgt geen berichten meer. Met /volg kan een beheerder opnieuw kiezen.
groups-stop-private = Wilt u geen berichten meer? Met /volg kiest u wat u niet meer volgt, met /instellingen zet u herinneringen uit. Met /vergeet verwijder ik alles wat ik van u bewaar.
